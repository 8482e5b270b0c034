import type { Answers } from './candidates.rules'

/** The answer that a row is about nobody we know. */
export const SOMEBODY_NEW = 'new'

const KEPT = /^(\d{1,6})=(.+)$/

/** Answers as they are kept between the dry run and the confirmation: `12=new`, or the row and the pupil it is. */
export const keptAnswers = (answers: Answers): string[] => [...answers].map(([row, is]) => `${row}=${is}`)

/** The answers that were kept. */
export function answersFrom(kept: readonly string[]): Answers {
  return new Map(
    kept.flatMap((text) => {
      const [, row, is] = KEPT.exec(text) ?? []
      return row && is ? [[Number(row), is] as const] : []
    }),
  )
}

/** The answers after some more were given, by row; an empty one takes back what was said before. */
export function withAnswers(before: Answers, given: Readonly<Record<string, string>>): Answers {
  const after = new Map(before)
  for (const [row, is] of Object.entries(given)) {
    if (is === '') after.delete(Number(row))
    else after.set(Number(row), is)
  }
  return after
}
