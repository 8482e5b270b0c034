import type { IsoDate } from '@/lib/calendar/iso-date'
import { CYCLE_STAGES, type CycleStage } from '@/lib/cycle/rules'
import type { StatusPeriod } from '@/lib/parent-meeting/facts.rules'
import { type ParentMeetingStanding, STANDING_STATES } from '@/lib/parent-meeting/rules'
import { daysLate, reviewTiming } from '@/lib/review/rules'
import type { StatusKind } from '@/lib/sen-status/rules'

/** What a pupil of this school year's register is today: on it, no longer, or from a day to come (8.3). */
export const REGISTER_STATUSES = ['sen-support', 'ehc-plan', 'ended', 'to-come'] as const

export type RegisterStatus = (typeof REGISTER_STATUSES)[number]

/** The stage of the open cycle (6.44), or that there is none. */
export const REGISTER_STAGES = ['assess', 'plan', 'do', 'review', 'none'] as const satisfies readonly (
  Exclude<CycleStage, 'closed'> | 'none'
)[]

export type RegisterStage = (typeof REGISTER_STAGES)[number]

/** One pupil on the register of a school year, with what is known of them today. */
export type RegisterLine = {
  readonly pupilId: string
  /** Family name first, as a register is read: "Khan, Amira". */
  readonly name: string
  /** The given name, where the pupil is called by another. */
  readonly also: string | null
  /** Every name the pupil may be looked for by, folded for searching. */
  readonly soughtAs: string
  readonly yearGroup: number | null
  readonly className: string | null
  readonly status: RegisterStatus
  /** The main need, by its census code and as it is called; null where none is kept. */
  readonly need: { readonly code: string; readonly name: string } | null
  readonly stage: RegisterStage
  readonly cycleId: string | null
  readonly reviewDue: IsoDate | null
  /** Calendar days by which the agreed review is overdue today; 0 on the day itself (6.53, R15). */
  readonly daysOverdue: number
  /** Where the pupil stands against 6.65, why, and by when the next meeting is wanted (R21). */
  readonly standing: ParentMeetingStanding
  readonly sentence: string
}

/** The stage shown for the cycle of a pupil: a closed cycle is no longer a stage (6.44). */
export const registerStage = (stage: string | null): RegisterStage =>
  (CYCLE_STAGES.find((known) => known === stage && known !== 'closed') as RegisterStage | undefined) ?? 'none'

/** What the pupil is today, of all the times on the register this school year (8.3: in scope on at least one day). */
export function registerStatus(statuses: readonly StatusPeriod[], today: IsoDate): RegisterStatus {
  const holds = statuses.find(({ from, until }) => from <= today && (until === null || today <= until))
  if (holds) return holds.status as StatusKind
  return statuses.some(({ from }) => from <= today) ? 'ended' : 'to-come'
}

/** Whether an agreed review is overdue (6.53, R15). */
export const isReviewOverdue = (line: Pick<RegisterLine, 'daysOverdue'>) => line.daysOverdue > 0

/** Days by which a review is overdue while its cycle is open; nobody waits for one that was never agreed (R15). */
export const daysOverdue = (reviewDue: IsoDate | null, today: IsoDate) =>
  reviewDue === null || reviewDue >= today ? 0 : daysLate(reviewDue, today)

const MISSED = 0
const AT_RISK = 1
const COMING_UP = 2
const NOTHING_DUE = 3

function reviewUrgency({ reviewDue }: RegisterLine, today: IsoDate): number {
  if (reviewDue === null) return NOTHING_DUE
  switch (reviewTiming(reviewDue, today)) {
    case 'overdue':
      return MISSED
    case 'due-today':
      return AT_RISK
    case 'due-soon':
      return COMING_UP
    case 'not-due':
      return NOTHING_DUE
  }
}

function meetingUrgency({ standing }: RegisterLine): number {
  const place = STANDING_STATES.indexOf(standing.state)
  return place <= COMING_UP ? place : NOTHING_DUE
}

/** How soon somebody has to act for this pupil, the smallest first: missed, at risk, coming up, nothing due. */
export const urgencyOf = (line: RegisterLine, today: IsoDate) =>
  Math.min(reviewUrgency(line, today), meetingUrgency(line))
