import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

/** Why a change cannot apply from a day: not before the plan it changes, and not after its review (6.48, 6.53). */
export function appliesFromProblem(
  day: IsoDate,
  plan: { readonly inForceFrom: IsoDate; readonly reviewDue: IsoDate | null; readonly today: IsoDate },
): string | null {
  if (day < plan.inForceFrom)
    return `The day must be on or after ${longDate(plan.inForceFrom)}, when the version before it began`
  const last = plan.reviewDue !== null && plan.reviewDue > plan.today ? plan.reviewDue : plan.today
  return day > last ? `The day must be on or before ${longDate(last)}` : null
}
