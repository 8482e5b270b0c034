import type { IsoDate } from '@/lib/calendar/iso-date'
import { type RegisterLine, urgencyOf } from './rules'

/** The orders a register can be read in. */
export const REGISTER_SORTS = ['name', 'urgent', 'review', 'meetings', 'year', 'class'] as const

export type RegisterSort = (typeof REGISTER_SORTS)[number]

type Order = (a: RegisterLine, b: RegisterLine) => number

const natural = new Intl.Collator('en-GB', { numeric: true })

// What is not there comes last, whichever way the rest is ordered.
const AFTER_ALL = '9999-12-31'
const dayOrLast = (day: IsoDate | null) => day ?? AFTER_ALL
const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const byYear: Order = (a, b) => (a.yearGroup ?? Infinity) - (b.yearGroup ?? Infinity) || 0
const byClass: Order = (a, b) =>
  a.className === b.className
    ? 0
    : a.className === null
      ? 1
      : b.className === null
        ? -1
        : natural.compare(a.className, b.className)

function orderOf(sort: Exclude<RegisterSort, 'name'>, today: IsoDate): Order {
  switch (sort) {
    case 'urgent':
      return (a, b) =>
        urgencyOf(a, today) - urgencyOf(b, today) ||
        b.daysOverdue - a.daysOverdue ||
        text(dayOrLast(a.standing.nextDue), dayOrLast(b.standing.nextDue))
    case 'review':
      return (a, b) => text(dayOrLast(a.reviewDue), dayOrLast(b.reviewDue))
    case 'meetings':
      return (a, b) => a.standing.held - b.standing.held
    case 'year':
      return byYear
    case 'class':
      return (a, b) => byClass(a, b) || byYear(a, b)
  }
}

/** The register in the order asked for; `lines` come by name, and those that are alike stay so. */
export const sortedRegister = (
  lines: readonly RegisterLine[],
  sort: RegisterSort,
  today: IsoDate,
): RegisterLine[] => (sort === 'name' ? [...lines] : [...lines].sort(orderOf(sort, today)))
