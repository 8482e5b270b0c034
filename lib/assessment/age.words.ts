import { daysBetween, type IsoDate } from '@/lib/calendar/iso-date'

const DAYS_A_WEEK = 7
const DAYS_A_MONTH = 30.44
const FEWEST_MONTHS = 3
const MONTHS_TOLD = 24
const MONTHS_A_YEAR = 12

const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'} old`

/** How old a report is, as a reader asks it: "5 days old", "7 weeks old", "14 months old", "3 years old" (P16). */
export function ageWords(on: IsoDate, today: IsoDate): string {
  const days = daysBetween(on, today)
  if (days <= 0) return 'of today'
  const months = Math.floor(days / DAYS_A_MONTH)
  if (months >= MONTHS_TOLD) return many(Math.floor(months / MONTHS_A_YEAR), 'year')
  if (months >= FEWEST_MONTHS) return many(months, 'month')
  const weeks = Math.floor(days / DAYS_A_WEEK)
  return weeks === 0 ? many(days, 'day') : many(weeks, 'week')
}
