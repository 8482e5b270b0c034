import { TZDate } from '@date-fns/tz'
import { addMonths, lightFormat, parseISO } from 'date-fns'

/** A day on the calendar, with no time and no zone: `2026-09-01`. Compare two with `<`. */
export type IsoDate = string & { readonly __brand: 'IsoDate' }

const SHAPE = /^[1-9]\d{3}-\d{2}-\d{2}$/
const MILLISECONDS_A_DAY = 86_400_000
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2200

// Counted in UTC, where every day has 24 hours: no clock change can make a day too long or too short.
const dayNumber = (day: IsoDate) =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) /
  MILLISECONDS_A_DAY

const isRealDay = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The text as a calendar day; throws when it names none, so use it for values that must be right already. */
export function isoDate(text: string): IsoDate {
  if (
    !SHAPE.test(text) ||
    !isRealDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
  )
    throw new RangeError('not a calendar date')
  return text as IsoDate
}

/** From the three boxes of a GOV.UK date input; `null` when they name no real day between 1900 and 2200. */
export function isoDateFromParts(day: string, month: string, year: string): IsoDate | null {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()]
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^\d{4}$/.test(y)) return null
  if (Number(y) < EARLIEST_YEAR || Number(y) > LATEST_YEAR) return null
  if (!isRealDay(Number(y), Number(m), Number(d))) return null
  return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` as IsoDate
}

/** The day it is in an English school at this instant, wherever the server runs. */
export function schoolDay(instant: Date): IsoDate {
  return lightFormat(new TZDate(instant, 'Europe/London'), 'yyyy-MM-dd') as IsoDate
}

/** The day `n` calendar days after this one, or before it when `n` is negative. */
export function plusDays(day: IsoDate, n: number): IsoDate {
  return new Date((dayNumber(day) + n) * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as IsoDate
}

/** The same day of the month `n` months on, or the last of that month where it is shorter. */
export const plusMonths = (day: IsoDate, n: number) =>
  lightFormat(addMonths(parseISO(day), n), 'yyyy-MM-dd') as IsoDate

/** Calendar days from one day to another: 1 from today to tomorrow, negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate) => dayNumber(to) - dayNumber(from)

/** The day of the week, Monday 1 to Sunday 7. */
export function weekdayOf(day: IsoDate): number {
  const sinceAMonday = dayNumber(day) + 3 // day 0, 1 January 1970, was a Thursday
  return (((sinceAMonday % 7) + 7) % 7) + 1
}

/** Whole years lived by this day; someone born on 29 February is a year older on 1 March in other years. */
export function ageOn(dateOfBirth: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const dayOfMonth = (day: IsoDate) => String(Number(day.slice(8, 10)))
const monthOf = (day: IsoDate) => MONTHS[Number(day.slice(5, 7)) - 1] ?? ''
const yearOf = (day: IsoDate) => day.slice(0, 4)

/** `1 September`: for a sentence whose school year is plain. */
export const dayAndMonth = (day: IsoDate) => `${dayOfMonth(day)} ${monthOf(day)}`

/** `1 September 2026`: the GOV.UK way to write a date. */
export const longDate = (day: IsoDate) => `${dayAndMonth(day)} ${yearOf(day)}`

/** `Tuesday 16 March 2027`: for a day someone has to turn up on. */
export const weekdayDate = (day: IsoDate) => `${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${longDate(day)}`

/** `16 Mar`: for the axis of a picture, where a full date has no room. */
export const shortDate = (day: IsoDate) => `${dayOfMonth(day)} ${monthOf(day).slice(0, 3)}`

/** `1 to 5 September 2026`, with the month and the year said twice only where they differ. */
export function dateRange(from: IsoDate, to: IsoDate): string {
  if (from === to) return longDate(to)
  if (yearOf(from) !== yearOf(to)) return `${longDate(from)} to ${longDate(to)}`
  if (monthOf(from) !== monthOf(to)) return `${dayAndMonth(from)} to ${longDate(to)}`
  return `${dayOfMonth(from)} to ${longDate(to)}`
}

/** `15:30` on the school's clock is written `3:30pm`, `09:00` is `9am`, and 12 is `midday` or `midnight`. */
export function timeOfDay(time: string): string {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(time) ?? []
  if (!hours || !minutes) throw new RangeError('not a time of day')
  if (minutes === '00' && Number(hours) % 12 === 0) return hours === '12' ? 'midday' : 'midnight'
  const half = Number(hours) < 12 ? 'am' : 'pm'
  return `${Number(hours) % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${half}`
}

/** The time on the school's clock at this instant, `15:30`, wherever the server runs. */
export const schoolTime = (instant: Date): string =>
  lightFormat(new TZDate(instant, 'Europe/London'), 'HH:mm')
