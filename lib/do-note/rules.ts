import { daysBetween, type IsoDate, longDate } from '@/lib/calendar/iso-date'

/** Whether a session happened: the words of the do_notes table. */
export const DELIVERED = ['given', 'partly', 'not-given'] as const

export type Delivered = (typeof DELIVERED)[number]

/** A Do note as pages list it (6.52). */
export type DoNoteLine = {
  readonly id: string
  readonly happenedOn: IsoDate
  readonly delivered: Delivered
  readonly reason: string | null
  readonly minutes: number | null
  readonly observation: string | null
  readonly measured: string | null
  readonly unit: string | null
  readonly provision: string | null
  readonly outcome: string | null
  readonly writtenBy: string
  readonly writtenOn: IsoDate
  /** Calendar days between the day it is about and the day it was written. */
  readonly daysLater: number
  readonly isShared: boolean
  /** It was put right since; what it said before is on its own page. */
  readonly isCorrected: boolean
  /** A question about it waits for an answer (P50). */
  readonly isAsked: boolean
  readonly files: number
  /** The class the pupil was in on that day, where it is another one today. */
  readonly classThen: string | null
}

/** Days a note was written after the day it is about; said on the note for ever, as a memory fades. */
export const writtenLater = (happenedOn: IsoDate, writtenOn: IsoDate) =>
  Math.max(0, daysBetween(happenedOn, writtenOn))

/** Why a note of this cycle cannot be about this day, in the words the person reads. */
export function happenedOnProblem(
  happenedOn: IsoDate,
  cycle: { startedOn: IsoDate },
  today: IsoDate,
): string | null {
  if (happenedOn > today) return 'The day it is about must be today or in the past'
  if (happenedOn < cycle.startedOn)
    return `The day it is about must be on or after ${longDate(cycle.startedOn)}, when the cycle began`
  return null
}
