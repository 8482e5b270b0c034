import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

/** Why the next version is there where only the review was agreed for another day; staff and family read it (R15). */
export const movedReason = (from: IsoDate, to: IsoDate, why: string): string =>
  `The review is on ${longDate(to)}, not on ${longDate(from)}: ${why}`
