import { TZDate } from '@date-fns/tz'
import type { IsoDate } from './iso-date'

/** The instant at which a clock in an English school shows this time on this day; summer time and winter time apart. */
export function instantAt(day: IsoDate, time: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(+new TZDate(year, month - 1, date, hours, minutes, 'Europe/London'))
}

/** The instant an ISO text with its zone names: `2026-08-31T23:30:00Z`. */
export const instantOf = (text: string): Date => new Date(text)
