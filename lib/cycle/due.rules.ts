import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { type SchoolCalendar, schoolDaysBetween } from '@/lib/calendar/school-days'
import type { CycleStage } from './rules'

/** Between a review and the next plan this many school days are ordinary (R08; a product default). */
export const PLAN_GAP_IS_ORDINARY = 10

/** A pupil on the register without a plan in force for more school days than this has waited too long (R08). */
export const PLAN_WITHIN_SCHOOL_DAYS = 20

type OnRegister = { readonly from: IsoDate; readonly until: IsoDate | null }

/**
 * The day from which the pupil has been on the register without a break, SEN support and EHC plan together: going
 * from the one to the other is no new beginning (8.3, C13). `null` for someone who is not on it today.
 */
export function onRegisterSince(periods: readonly OnRegister[], today: IsoDate): IsoDate | null {
  const holds = periods.find(({ from, until }) => from <= today && (until === null || today <= until))
  let since = holds?.from ?? null
  for (let earlier = holds; earlier;) {
    const first = since as IsoDate
    earlier = periods.find(
      ({ from, until }) => from < first && until !== null && until >= plusDays(first, -1),
    )
    if (earlier) since = earlier.from
  }
  return since
}

export type PlanWait = {
  /** The day SEN support began, or of the last review where that was later. */
  since: IsoDate
  schoolDays: number
  /** More than the school allows itself (red); before that it is only longer than usual (amber). */
  isLate: boolean
}

/** A plan is in force from the day it is activated until the cycle closes (6.48). */
const isInForce = (stage: CycleStage | null) => stage === 'do' || stage === 'review'

/**
 * How long a pupil on the register has been without a plan in force, once that is longer than between a review and
 * the next plan it may be; `null` while nobody has to ask (6.48, R08).
 */
export function planWait(
  pupil: { onRegisterSince: IsoDate | null; lastReviewOn: IsoDate | null; stage: CycleStage | null },
  calendar: SchoolCalendar,
  today: IsoDate,
): PlanWait | null {
  const { onRegisterSince: began, lastReviewOn } = pupil
  if (began === null || isInForce(pupil.stage)) return null
  const since = lastReviewOn !== null && lastReviewOn > began ? lastReviewOn : began
  const schoolDays = schoolDaysBetween(calendar, since, today)
  if (schoolDays <= PLAN_GAP_IS_ORDINARY) return null
  return { since, schoolDays, isLate: schoolDays > PLAN_WITHIN_SCHOOL_DAYS }
}
