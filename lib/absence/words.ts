import { dateRange, longDate } from '@/lib/calendar/iso-date'
import type { AwayReason, DaysAway } from './rules'

/** Why a pupil is away, as it is offered and as it is read. */
export const awayReasonWords: Record<AwayReason, string> = {
  illness: 'Illness',
  appointment: 'Appointment',
  suspension: 'Suspension or exclusion',
  family: 'Family reasons',
  other: 'Another reason',
}

/** "2 to 6 November 2026", "Since 2 November 2026". */
export const awayWords = ({ from, until }: DaysAway): string =>
  until === null ? `Since ${longDate(from)}` : dateRange(from, until)
