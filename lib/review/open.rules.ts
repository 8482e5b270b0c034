import type { Answers } from './draft.rules'

/** One part of a review with an anchor of its own: what it is about, and which of its questions wait for an answer. */
export type ReviewPart = {
  readonly id: string
  readonly label: string
  readonly isBegun: boolean
  readonly lacks: readonly string[]
}

type Question = readonly [name: string, words: string]

const has = (answers: Answers, name: string) => {
  const answer = answers[name]
  return answer !== undefined && answer.length > 0 && String(answer).trim() !== ''
}
const hasDay = (answers: Answers, name: string) =>
  ['day', 'month', 'year'].every((box) => has(answers, `${name}.${box}`))

const lacking = (answers: Answers, questions: readonly Question[]) =>
  questions.filter(([name]) => !has(answers, name)).map(([, words]) => words)

function outcomePart(
  answers: Answers,
  { id, label }: { id: string; label: string },
  place: number,
): ReviewPart {
  const of = (part: string) => `ratings.${id}.${part}`
  const rated = answers[of('rating')]
  const lacks = lacking(answers, [
    [of('rating'), 'how it went'],
    [of('attained'), 'where the pupil is now'],
    [of('evidence'), 'what shows it'],
    [of('trend'), 'whether it is improving'],
    [of('lifecycle'), 'what becomes of it'],
  ])
  const isBelow = typeof rated === 'string' && Number(rated) < 0
  // Below expected asks why, or that it is not known yet (P70).
  if (isBelow && !has(answers, of('why')) && !has(answers, of('whyNotKnown')))
    lacks.push('why it is below expected')
  // Where the pupil is now is filled in from what was measured: that alone is no beginning.
  const isBegun = ['rating', 'evidence', 'trend', 'why', 'lifecycle'].some((part) => has(answers, of(part)))
  return { id: `outcome-${id}`, label: `${place + 1}. ${label}`, isBegun, lacks }
}

function provisionPart(
  answers: Answers,
  { id, label }: { id: string; label: string },
  place: number,
): ReviewPart {
  const of = (part: string) => `provisions.${id}.${part}`
  const questions: Question[] = [
    [of('works'), 'what difference it makes'],
    [of('givenBy'), 'who gave it'],
    [of('trained'), 'whether they were trained'],
    [of('quality'), 'how well it was given'],
    [of('decision'), 'what becomes of it'],
    [of('reason'), 'why'],
  ]
  const lacks = lacking(answers, questions)
  const byOthers = answers[of('givenBy')] === 'others' || answers[of('givenBy')] === 'partly-others'
  if (byOthers && !has(answers, of('givenByNote'))) lacks.push('who else gave it')
  return {
    id: `provision-${id}`,
    label: `Support ${place + 1}: ${label}`,
    isBegun: questions.some(([name]) => has(answers, name)),
    lacks,
  }
}

const oneOf = (answers: Answers, names: readonly string[]) => names.some((name) => has(answers, name))

function viewsPart(answers: Answers, givenName: string): ReviewPart {
  const pupil = ['pupilViews', 'pupilViewsMissing']
  const parent = ['parentViews', 'parentViewsMissing']
  return {
    id: 'views',
    label: 'What they say',
    isBegun: oneOf(answers, [...pupil, ...parent]),
    lacks: [
      ...(oneOf(answers, pupil) ? [] : [`what ${givenName} says, or why not`]),
      ...(oneOf(answers, parent) ? [] : ['what the parents say, or why not']),
    ],
  }
}

function nextPart(answers: Answers, givenName: string): ReviewPart {
  const lacks = lacking(answers, [
    ['decision', 'what was decided'],
    ['decisionReason', 'why'],
  ])
  // Whoever took part has a say in what comes next (P61).
  if (has(answers, 'pupilViews') && !has(answers, 'pupilSaysNext')) lacks.push(`what ${givenName} wants next`)
  if (has(answers, 'parentViews') && !has(answers, 'parentsSayNext')) lacks.push('what the parents want next')
  if (answers.decision !== 'step-down') {
    if (!hasDay(answers, 'nextStartsOn')) lacks.push('the first day of the next cycle')
    if (!hasDay(answers, 'nextReviewDue')) lacks.push('the next review date')
  }
  const asked = ['decision', 'decisionReason', 'pupilSaysNext', 'parentsSayNext']
  return { id: 'next', label: 'What happens next', isBegun: oneOf(answers, asked), lacks }
}

const signPart = (answers: Answers): ReviewPart => ({
  id: 'signed',
  label: 'Signed off by',
  isBegun: oneOf(answers, ['teacherId', 'sencoId']),
  lacks: lacking(answers, [
    ['teacherId', 'the teacher'],
    ['sencoId', 'the SENCO'],
  ]),
})

type Plan = {
  readonly givenName: string
  readonly outcomes: readonly { readonly id: string; readonly sentence: string }[]
  readonly provisions: readonly { readonly id: string; readonly what: string }[]
}

/**
 * The parts of a review in their order, each with what it still lacks before it can be signed off, so that it can be
 * written in pieces (6.54, P59 to P63). What the form itself asks at sign-off, said beforehand.
 */
export const reviewParts = (answers: Answers, { givenName, outcomes, provisions }: Plan): ReviewPart[] => [
  ...outcomes.map(({ id, sentence }, place) => outcomePart(answers, { id, label: sentence }, place)),
  ...provisions.map(({ id, what }, place) => provisionPart(answers, { id, label: what }, place)),
  viewsPart(answers, givenName),
  nextPart(answers, givenName),
  signPart(answers),
]

const A_PART =
  /^draft(?::((?:outcome|provision)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|views|next|signed))?$/

/** Which part of a review a button "Save so far" stands under; empty for the whole, null where it is no draft. */
export function draftAnchor(intent: unknown): string | null {
  const found = typeof intent === 'string' ? A_PART.exec(intent) : null
  return found ? (found[1] ?? '') : null
}
