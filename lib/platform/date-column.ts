import type { IsoDate } from '@/lib/calendar/iso-date'

// Prisma keeps the UTC day of the Date it is handed for a @db.Date column, so a
// local midnight in British Summer Time would be stored as the day before.
// These are the only places where a calendar day and a Date meet.

/** A calendar day as a `date` column takes it. */
export const toDateColumn = (day: IsoDate): Date => new Date(`${day}T00:00:00.000Z`)

/** The same for a day that may be missing. */
export const toDateColumnOrNull = (day: IsoDate | null): Date | null =>
  day === null ? null : toDateColumn(day)

/** The calendar day that a `date` column holds. */
export const fromDateColumn = (value: Date): IsoDate => value.toISOString().slice(0, 10) as IsoDate

/** The same for a day that may be missing. */
export const fromDateColumnOrNull = (value: Date | null): IsoDate | null =>
  value === null ? null : fromDateColumn(value)
