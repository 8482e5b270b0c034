import type { LineKind, PlanLine } from './rules'

/** What each kind is called over a list of its lines. */
export const kindHeadings: Record<LineKind, string> = {
  adjustment: 'Rules and routines that bend',
  strategy: 'Strategies',
  'quiet-place': 'Quiet place and times',
  'what-to-do-when': 'What to do when',
  'at-home': 'At home',
}

/** The same for a family, about the child by name. */
export const kindForFamily = (givenName: string): Record<LineKind, string> => ({
  adjustment: `What is different for ${givenName} at school`,
  strategy: `What teachers do for ${givenName}`,
  'quiet-place': `Where ${givenName} can be quiet`,
  'what-to-do-when': 'What we do when something is too much',
  'at-home': 'What we do at home',
})

/** The question that asks for the words of a line. */
export const kindQuestions: Record<LineKind, { label: string; hint: string; add: string; one: string }> = {
  adjustment: {
    label: 'Which rule or routine bends, and how?',
    hint: 'For example: comes in by the side door five minutes early',
    add: 'Add a rule or routine that bends',
    one: 'rule or routine that bends',
  },
  strategy: {
    label: 'What do teachers do?',
    hint: 'For example: gives the key words the day before. Changes to what is taught belong here too',
    add: 'Add a strategy',
    one: 'strategy',
  },
  'quiet-place': {
    label: 'Where is it?',
    hint: 'For example: the reading corner of the library',
    add: 'Add a quiet place',
    one: 'quiet place',
  },
  'what-to-do-when': {
    label: 'What do you do then?',
    hint: 'For example: gives him the blue card and walks away; he comes back by himself',
    add: 'Add what to do when something happens',
    one: 'line on what to do when something happens',
  },
  'at-home': {
    label: 'What will be done at home?',
    hint: 'For example: reads five words at bedtime',
    add: 'Add what home will do',
    one: 'line for home',
  },
}

/** A line in one sentence: "Art: gives the steps as pictures", "Reads five words at bedtime. Mum, every day". */
export function lineWords({ kind, words, about, who, howOften }: PlanLine): string {
  if (kind === 'at-home' || kind === 'quiet-place') {
    const more = [who, howOften].filter(Boolean).join(', ')
    return more === ''
      ? words
      : `${words.replace(/[.\s]+$/, '')}. ${more.charAt(0).toUpperCase()}${more.slice(1)}`
  }
  return about === null ? words : `${about}: ${words}`
}
