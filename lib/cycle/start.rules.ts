import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { CycleStage } from './rules'

/** As much of a pupil as decides whether a cycle may begin. */
export type PupilToStart = {
  /** On SEN support or with an EHC plan today. */
  readonly isOnRegister: boolean
  readonly isOnRoll: boolean
  readonly last: {
    readonly number: number
    readonly stage: CycleStage
    readonly closedOn: IsoDate | null
  } | null
}

/** Why no cycle can be started for this pupil; null when one can. One is open at a time (6.44). */
export function startProblem({ isOnRegister, isOnRoll, last }: PupilToStart): string | null {
  if (!isOnRoll) return 'This pupil has left the school'
  if (!isOnRegister)
    return 'This pupil is not on the SEN register. Decide on SEN support first, then start the cycle (6.43)'
  if (last !== null && last.stage !== 'closed')
    return `Cycle ${last.number} is still open. Record its review before you start another`
  return null
}

/** Why a cycle cannot begin on this day: a cycle is recorded once it has begun, and after the one before. */
export function startedOnProblem(
  startedOn: IsoDate,
  last: { readonly closedOn: IsoDate | null } | null,
  today: IsoDate,
): string | null {
  if (startedOn > today) return 'The day the cycle began must be today or in the past'
  if (last?.closedOn && startedOn < last.closedOn)
    return `The day the cycle began must be on or after ${longDate(last.closedOn)}, when the cycle before it was closed`
  return null
}
