import { type IsoDate, isoDateFromParts } from '@/lib/calendar/iso-date'

export type Reading<T> = { ok: true; value: T | null } | { ok: false; message: string }

/** A cell that could be read; `null` for a blank one, which says nothing. */
export const read = <T>(value: T | null): Reading<T> => ({ ok: true, value })

/** A cell that could not be read, with what to do about it. */
export const unread = (message: string) => ({ ok: false as const, message })

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const EARLIEST = 1990
const LATEST = 2099

const SHAPES = 'must be a date with the day first, such as 14/06/2019, 14-06-2019, 14.06.2019 or 14 Jun 2019'

// What Excel and databases add to a day: midnight.
const MIDNIGHT = /(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:am|pm))?(?:Z|[+-]00:?00)?)$/i

/**
 * A day as MIS exports write it, the day always before the month (domain.md 3.5). Two-digit years are
 * refused because a century would be a guess, and a spreadsheet's day number because a mistyped year looks the same.
 */
export function readDay(cell: string, name: string): Reading<IsoDate> {
  const text = cell.replace(MIDNIGHT, '').trim()
  if (text === '') return read<IsoDate>(null)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return realDay(iso[3] ?? '', iso[2] ?? '', iso[1] ?? '', name)
  const digits = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d+)$/.exec(text)
  if (digits) return realDay(digits[1] ?? '', digits[3] ?? '', digits[4] ?? '', name)
  const worded =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s/.-]*(?:of\s+)?([a-z]{3,9})\.?[\s,/.-]*(\d+)$/i.exec(
      text,
    )
  if (worded) {
    const month = monthOf(worded[2] ?? '')
    return month === 0
      ? unread(`${name} ${SHAPES}`)
      : realDay(worded[1] ?? '', String(month), worded[3] ?? '', name)
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    return unread(
      `${name} is a spreadsheet’s number for a day: format the column as a date (14/06/2019) and export again`,
    )
  }
  return unread(`${name} ${SHAPES}`)
}

function monthOf(word: string): number {
  const key = word.toLowerCase()
  const short = key === 'sept' ? 'sep' : key
  return MONTHS.findIndex((month) => month === short || (short.length === 3 && month.startsWith(short))) + 1
}

function realDay(day: string, month: string, year: string, name: string): Reading<IsoDate> {
  if (!/^\d{4}$/.test(year)) return unread(`${name} must have a year of four digits, such as 14/06/2019`)
  if (Number(month) > 12 && Number(day) <= 12) {
    return unread(`${name} must have the day first, such as 14/06/2019: there is no month ${Number(month)}`)
  }
  if (Number(year) < EARLIEST || Number(year) > LATEST)
    return unread(`${name} must have a year between ${EARLIEST} and ${LATEST}`)
  const found = isoDateFromParts(day, month, year)
  if (!found) return unread(`${name} must be a real day of the calendar`)
  return read(found)
}
