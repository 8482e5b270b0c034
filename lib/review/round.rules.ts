import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Answers } from './draft.rules'

/** An outcome in a round: its sentence, and where it began, is and should be. */
export type RoundOutcome = {
  readonly id: string
  readonly willDo: string
  readonly unit: string | null
  readonly baseline: string | null
  readonly baselineOn: IsoDate | null
  readonly latest: { readonly value: string; readonly on: IsoDate } | null
  readonly target: string | null
  readonly by: IsoDate | null
}

/** One pupil of a round: whose review is due, its outcomes, and what is written of it so far. */
export type RoundPupil = {
  readonly pupilId: string
  readonly cycleId: string
  readonly name: string
  readonly givenName: string
  readonly className: string | null
  readonly reviewDue: IsoDate
  readonly outcomes: readonly RoundOutcome[]
  readonly answers: Answers
  readonly version: number
  readonly savedBy: string | null
}
