/** What was typed, by the name of the box; a list where any number could be ticked. */
export type Answers = Record<string, string | string[]>

/** As much as a whole review with many outcomes can hold; more is no draft of one. */
export const DRAFT_CHARACTERS = 100_000

const CANNOT_BE_STORED = /\0|\p{Cs}/u

// What belongs to sending the form and not to the review: which button it was, which version it saw.
const NOT_AN_ANSWER = ['intent', 'draftVersion']

/** What was typed, as it is kept before sign-off: nothing is checked, so that nothing typed is lost. */
export const draftAnswers = (values: Answers): Answers =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !NOT_AN_ANSWER.includes(name)))

/** Why answers cannot be kept as a draft, in the words the person reads; hardly ever. */
export function draftProblem(answers: Answers): string | null {
  const all = Object.values(answers).flat()
  if (all.some((answer) => CANNOT_BE_STORED.test(answer))) return 'Remove the character that cannot be stored'
  return all.join('').length > DRAFT_CHARACTERS ? 'Shorten the answers: together they are too long' : null
}

/** The name of every box about one provision begins so. */
const headOf = (provisionId: string) => `provisions.${provisionId}.`

/** What is said of each of these provisions, and all the rest: what is said of care is kept where care is (P44). */
export function careApart(
  answers: Answers,
  careIds: readonly string[],
): { care: [string, Answers][]; rest: Answers } {
  const entries = Object.entries(answers)
  const about = (id: string) => entries.filter(([name]) => name.startsWith(headOf(id)))
  return {
    care: careIds.flatMap((id): [string, Answers][] => {
      const said = about(id)
      return said.length === 0 ? [] : [[id, Object.fromEntries(said)]]
    }),
    rest: Object.fromEntries(entries.filter(([name]) => !careIds.some((id) => name.startsWith(headOf(id))))),
  }
}

/** The answers of one pupil among those of a whole round, `drafts.<cycle>.…`, without the head of their names. */
export function roundAnswers(values: Answers, cycleId: string): Answers {
  const head = `drafts.${cycleId}.`
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, answer]) =>
      name.startsWith(head) && name !== `${head}version` ? [[name.slice(head.length), answer] as const] : [],
    ),
  )
}

const A_CYCLE = /^drafts\.([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.version$/

/** The cycles a round holds a part of, at most so many as a page shows. */
export const roundCycles = (values: Answers): string[] =>
  Object.keys(values)
    .flatMap((name) => A_CYCLE.exec(name)?.[1] ?? [])
    .slice(0, ROUND_SIZE)

/** As many reviews as a person can have in sight at once. */
export const ROUND_SIZE = 10

/** The same the other way: a draft's answers as the boxes of a round. */
export const asRound = (answers: Answers, cycleId: string): Answers =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`drafts.${cycleId}.${name}`, answer]))

/** A draft with new answers laid over it: what the round does not ask stays as the whole form had it. */
export const withAnswers = (before: Answers, given: Answers): Answers => ({ ...before, ...given })

/** Which save of a draft a form was opened with; `+` once it is known that somebody else saved it meanwhile. */
export type SeenVersion = { readonly version: number; readonly knowsTheirs: boolean }

/** The version a form carries: "3", or "3+" where it was overtaken and is sent again knowingly. */
export function seenVersion(text: string): SeenVersion {
  const found = /^(\d{1,9})(\+?)$/.exec(text)
  return { version: found ? Number(found[1]) : 0, knowsTheirs: found?.[2] === '+' }
}

/** The mark of a form that was overtaken. */
export const overtakenVersion = (version: number) => `${version}+`

const isEmpty = (answer: string | string[]) => answer.length === 0

/** One's own answers over somebody else's: theirs stay wherever one's own box is empty. */
export const overTheirs = (theirs: Answers, mine: Answers): Answers => ({
  ...theirs,
  ...Object.fromEntries(Object.entries(mine).filter(([, answer]) => !isEmpty(answer))),
})

const isSame = (a: string | string[] | undefined, b: string | string[] | undefined) =>
  JSON.stringify(a ?? '') === JSON.stringify(b ?? '')

/** Whether anything was answered differently from what is kept: an untouched form saves nothing. */
export const isChanged = (before: Answers, after: Answers): boolean =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].some(
    (name) => !isSame(before[name], after[name]),
  )

/** How much of a review's own parts a draft has: "3 of 5 parts written". */
export function writtenParts(answers: Answers, outcomeIds: readonly string[]): { done: number; of: number } {
  const has = (name: string) => {
    const answer = answers[name]
    return answer !== undefined && answer.length > 0
  }
  const parts = [
    ...outcomeIds.map((id) => has(`ratings.${id}.rating`) && has(`ratings.${id}.evidence`)),
    has('parentViews') || has('parentViewsMissing'),
    has('pupilViews') || has('pupilViewsMissing'),
    has('decision') && has('decisionReason'),
  ]
  return { done: parts.filter(Boolean).length, of: parts.length }
}
