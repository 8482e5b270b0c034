import { dateRange, type IsoDate, longDate, plusMonths } from '@/lib/calendar/iso-date'
import { type SchoolCalendar, schoolDaysOf } from '@/lib/calendar/school-days'

/** Why a pupil is away, in one plain word: no diagnosis and no story is asked for (UK GDPR: as little as is needed). */
export const AWAY_REASONS = ['illness', 'appointment', 'suspension', 'family', 'other'] as const

export type AwayReason = (typeof AWAY_REASONS)[number]

/** Days on which somebody is away, first and last in it; no last day yet: still away. */
export type DaysAway = { readonly from: IsoDate; readonly until: IsoDate | null }

/** One time a pupil was away, as it is listed. */
export type Absence = DaysAway & {
  readonly id: string
  readonly version: number
  readonly reason: AwayReason
  readonly by: string
  readonly on: IsoDate
  /** Recorded by mistake: it is kept, and counts no more. */
  readonly isWithdrawn: boolean
}

/** Whether somebody is away on this day. */
export const isAway = (away: readonly DaysAway[], day: IsoDate): boolean =>
  away.some(({ from, until }) => from <= day && (until === null || day <= until))

/**
 * The school's days less those on which this person is away, up to today: nothing is planned on them, no wait grows, and
 * nobody is asked why nothing was given (R10, R12, R13; 6.49, 6.52). The same calendar where they were never away.
 */
export function whileHere<C extends SchoolCalendar>(
  calendar: C,
  away: readonly DaysAway[],
  today: IsoDate,
): C {
  if (away.length === 0) return calendar
  const missed = schoolDaysOf(calendar).filter((day) =>
    away.some(({ from, until }) => from <= day && day <= (until ?? today)),
  )
  return missed.length === 0 ? calendar : { ...calendar, closedDays: [...calendar.closedDays, ...missed] }
}

const MONTHS_EITHER_WAY = 12

/** Why these cannot be the days somebody is away: in order, within a year of today, and not written down before. */
export function awayProblem(
  { from, until }: DaysAway,
  known: readonly DaysAway[],
  today: IsoDate,
): { field: 'from' | 'until'; message: string } | null {
  const earliest = plusMonths(today, -MONTHS_EITHER_WAY)
  const latest = plusMonths(today, MONTHS_EITHER_WAY)
  if (from < earliest || from > latest)
    return {
      field: 'from',
      message: `The first day away must be between ${longDate(earliest)} and ${longDate(latest)}`,
    }
  const last = lastDayProblem({ from, until }, today)
  if (last) return { field: 'until', message: last }
  const same = known.find(
    (each) => each.from <= (until ?? each.from) && (each.until === null || each.until >= from),
  )
  if (!same) return null
  const days = same.until === null ? `since ${longDate(same.from)}` : dateRange(same.from, same.until)
  return { field: 'from', message: `Already written down as away ${days}: change that instead` }
}

/** Why this cannot be the last day away. */
export function lastDayProblem({ from, until }: DaysAway, today: IsoDate): string | null {
  if (until === null) return null
  if (until < from) return `The last day away must be ${longDate(from)}, the first day, or later`
  const latest = plusMonths(today, MONTHS_EITHER_WAY)
  return until > latest ? `The last day away must be ${longDate(latest)} or earlier` : null
}
