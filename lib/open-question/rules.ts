import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

/** Something still to be found out about a pupil, or what was found (P19). */
export type OpenQuestion = {
  readonly id: string
  readonly version: number
  readonly what: string
  readonly ownerId: string
  readonly owner: string
  readonly askedBy: string
  readonly askedOn: IsoDate
  readonly dueOn: IsoDate
  readonly found: string | null
  readonly foundOn: IsoDate | null
}

/** Whether it is time: on its day, and from then on until it is found out (P19). */
export const isQuestionDue = (
  { dueOn, found }: Pick<OpenQuestion, 'dueOn' | 'found'>,
  today: IsoDate,
): boolean => found === null && dueOn <= today

/** Why something cannot be found out by this day. */
export const dueOnProblem = (dueOn: IsoDate, today: IsoDate): string | null =>
  dueOn < today ? 'The day must be today or in the future' : null

/** Why it cannot have been found out on this day. */
export function foundOnProblem(foundOn: IsoDate, askedOn: IsoDate, today: IsoDate): string | null {
  if (foundOn > today) return 'The day must be today or in the past'
  if (foundOn < askedOn) return `The day must be on or after ${longDate(askedOn)}, when it was asked`
  return null
}

/** A question on the Today page of whoever is to find it out. */
export type QuestionDue = {
  id: string
  pupilId: string
  pupilName: string
  className: string | null
  what: string
  dueOn: IsoDate
}
