import { dateRange, longDate } from '@/lib/calendar/iso-date'
import type { Delivery, PlanProvision } from './rules'

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

/** How many pupils together: "one to one", "group of 6". */
export const groupWords = (groupSize: number | null) =>
  groupSize === null ? null : groupSize === 1 ? 'one to one' : `group of ${groupSize}`

/** How long and how often: "10 minutes, 4 times a week"; null where neither is settled. */
export function dosageWords({ minutes, perWeek }: Pick<PlanProvision, 'minutes' | 'perWeek'>): string | null {
  const parts = [
    minutes === null ? null : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    perWeek === null ? null : `${times(perWeek)} a week`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}

/** From when until when: "8 February to 25 March 2027"; null where no day is settled. */
export function datesWords({ from, until }: Pick<PlanProvision, 'from' | 'until'>): string | null {
  if (from !== null && until !== null) return dateRange(from, until)
  if (from !== null) return `from ${longDate(from)}`
  return until === null ? null : `until ${longDate(until)}`
}

/** A provision after its name: "one to one, 10 minutes, 4 times a week, with Joan Pickering, 8 February to 25 March 2027". */
export const provisionLine = (provision: PlanProvision): string =>
  [
    groupWords(provision.groupSize),
    dosageWords(provision),
    provision.deliverer && `with ${provision.deliverer}`,
    provision.place,
    datesWords(provision),
  ]
    .filter(Boolean)
    .join(', ')

const sessions = (count: number) => `${count} ${count === 1 ? 'session' : 'sessions'}`

/** What was given beside what was planned by today: "Given 17 of 20 sessions so far". */
export function deliveryWords({ planned, given, partly, notGiven }: Delivery): string {
  const rest = [partly > 0 && `${partly} in part`, notGiven > 0 && `${notGiven} not given`]
    .filter(Boolean)
    .join(', ')
  const more = rest === '' ? '' : `, ${rest}`
  if (planned === null)
    return given + partly + notGiven === 0 ? 'No session noted yet' : `Given ${sessions(given)}${more}`
  if (planned === 0 && given + partly + notGiven === 0) return 'No session planned yet'
  if (given > planned) return `Given ${sessions(given)}, ${planned} planned so far${more}`
  return `Given ${given} of ${sessions(planned)} planned so far${more}`
}
