import { decisionWords } from '@/lib/concern/words'
import { called, type Said, sentences, text } from './facts.words'
import type { Told } from './kinds.rules'

const RAISED: Readonly<Record<string, string>> = {
  staff: 'Concern raised by staff',
  parent: 'Concern raised by a parent or carer',
  pupil: 'Concern raised by the pupil',
}

/** A concern as it was raised, decided, talked over, and what was tried. */
export function sayConcern({ what, id, facts }: Told, base: string): Said {
  const href = `${base}/concerns/${id}`
  const words = text(facts, 'words')
  if (what === 'raised')
    return { title: called(RAISED, text(facts, 'by')), lines: sentences(text(facts, 'contact'), words), href }
  if (what === 'talked')
    return { title: `Decision talked over with ${text(facts, 'with')}`, lines: sentences(words), href }
  if (what === 'asked' || what === 'found')
    return {
      title: what === 'asked' ? 'Still to be found out' : 'Found out',
      lines: sentences(text(facts, 'question'), words),
      href: null,
    }
  if (what === 'tried') return { title: `Tried: ${text(facts, 'strategy')}`, lines: sentences(words), href }
  return { title: `Concern decided: ${called(decisionWords, text(facts, 'decision'))}`, lines: [words], href }
}

/** The first discussion with parents and pupil, and that the information service was mentioned (6.39). */
export const sayEarlyDiscussion = ({ what, id, facts }: Told, base: string): Said => ({
  title: what === 'held' ? 'First discussion with the family' : 'Information and advice service mentioned',
  lines: sentences(text(facts, 'attended') && `With ${text(facts, 'attended')}`, text(facts, 'agreed')),
  href: what === 'held' ? `${base}/early-discussions/${id}` : null,
})

const PROGRESS: Readonly<Record<string, string>> = {
  'as-expected': 'as expected',
  'less-than-expected': 'less than expected',
  'too-early': 'too early to say',
}

/** What the check of a whole class said of this pupil (6.17, P02). */
export const sayProgressCheck = ({ what }: Told): Said => ({
  title: `Progress check of the class: ${called(PROGRESS, what)}`,
  lines: [],
  href: null,
})
