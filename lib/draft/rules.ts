/** What was typed, by the name of the box; a list where any number could be ticked. */
export type Answers = Record<string, string | string[]>

/** Drafts that nobody has come back to are forgotten after this many days. */
export const KEPT_DAYS = 90

/** How much of one form is kept, in bytes of JSON: more than the longest form of the service can hold. */
export const MOST_BYTES = 200_000

/** How often one person's drafts are saved at most: a form that is typed into without a rest takes twelve. */
export const SAVES_A_MINUTE = 60
const MINUTE = 60_000

/** A field of which somebody saved another text after the draft began: the two stand side by side. */
export type Apart = { name: string; saved: string | string[]; typed: string | string[] }

const plain = (answer: string | string[] | undefined) =>
  Array.isArray(answer) ? [...answer].sort().join('\n') : (answer ?? '').replace(/\r\n?/g, '\n')

/** Whether two answers say the same, however a browser ended their lines and in whatever order boxes were ticked. */
export const isSameAnswer = (one: string | string[] | undefined, other: string | string[] | undefined) =>
  plain(one) === plain(other)

/** Whether a form holds the same answers as another time; a field that was not there was empty. */
export const areSameAnswers = (one: Answers, other: Answers): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) =>
    isSameAnswer(one[name], other[name]),
  )

/**
 * What a form opened again holds: what the person had typed, and for every field they had not touched, what is saved now.
 * Where both they and somebody else changed a field, theirs stands in the box and the other beside it (issue 3, "How well").
 */
export function takeUpAgain(draft: { began: Answers; typed: Answers }, now: Answers) {
  const answers: Answers = { ...now }
  const apart: Apart[] = []
  for (const [name, typed] of Object.entries(draft.typed)) {
    const began = draft.began[name]
    const saved = now[name] ?? ''
    if (began !== undefined && isSameAnswer(began, typed)) continue
    answers[name] = typed
    if (began !== undefined && !isSameAnswer(began, saved) && !isSameAnswer(saved, typed))
      apart.push({ name, saved, typed })
  }
  return { answers, apart }
}

/** Whether the address of a page is one of this school's: ids and words of the service, and nothing anyone typed. */
export const isPageOf = (page: string, schoolSlug: string): boolean =>
  page.length <= 300 && /^[a-z0-9/-]+$/.test(page) && page.startsWith(`/schools/${schoolSlug}/`)

const PUPIL =
  /^\/schools\/[^/]+\/pupils\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(\/|$)/

/** The pupil whose page this is, by its address; null where it is about none. */
export const pupilOfPage = (page: string): string | null => PUPIL.exec(page)?.[1] ?? null

/** The instants of this minute's saves with one more, or null where there are too many already. */
export function oneMoreSave(before: readonly number[], at: number): number[] | null {
  const lately = before.filter((then) => at - then < MINUTE)
  return lately.length < SAVES_A_MINUTE ? [...lately, at] : null
}
