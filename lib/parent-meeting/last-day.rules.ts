import type { IsoDate } from '@/lib/calendar/iso-date'
import { isInScope } from './counting.rules'
import { countedTerms, joined, pacedYear } from './pace.rules'
import { explainedStanding, type StandingInput } from './rules'

/** How many meetings are still needed, and until when they can be held. */
export type LastDay = {
  readonly needed: number
  /**
   * The last school day on which the rest could still be begun, one meeting a school day; null where none is needed,
   * where it is too late, or where the school has not entered its terms.
   */
  readonly by: IsoDate | null
}

/** The last school day by which a pupil can still be met as often as the year asks (6.65, R21). */
export function lastDayOf(input: StandingInput): LastDay {
  const { standing, reasons } = explainedStanding(input)
  const needed = Math.max(0, standing.required - standing.held)
  const isOpen = standing.state === 'on-track' || standing.state === 'at-risk'
  if (!isOpen || needed === 0) return { needed, by: null }
  const { year, terms, closedDays, settings, inScope, today } = input
  const { days } = pacedYear({ year, terms, closedDays, warnSchoolDays: settings.warnSchoolDays })
  const open = days.filter((day) => day >= today && isInScope(inScope, day) && !reasons.heldOn.includes(day))
  return { needed, by: open[open.length - needed] ?? null }
}

/** The day by which each meeting of the year is due, the first first: due points, and then the last school day (8.3). */
export function dueDays(input: StandingInput): IsoDate[] {
  const { year, terms, closedDays, settings } = input
  const { required } = explainedStanding(input).standing
  const paced = pacedYear({ year, terms, closedDays, warnSchoolDays: settings.warnSchoolDays })
  const points = countedTerms(paced.terms, joined(input.inScope)).flatMap(({ dueOn }) => dueOn ?? [])
  const last = paced.lastSchoolDay
  return Array.from({ length: required }, (_, place) => points[place] ?? last).filter((day) => day !== null)
}
