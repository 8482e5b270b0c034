import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

/** What came of a strategy (6.19: the response to support helps to see the need). */
export const EFFECTS = ['helped', 'helped-a-little', 'no-difference'] as const

export type Effect = (typeof EFFECTS)[number]

/** A strategy tried for a pupil with initial concerns (6.19). */
export type StrategyLine = {
  readonly id: string
  readonly version: number
  readonly what: string
  readonly fromOn: IsoDate
  readonly untilOn: IsoDate | null
  readonly effect: Effect | null
  readonly effectWords: string | null
  readonly writtenBy: string
}

/** Why a strategy cannot have begun on this day: it is written down once it has begun. */
export const strategyFromProblem = (fromOn: IsoDate, today: IsoDate): string | null =>
  fromOn > today ? 'The first day must be today or in the past' : null

/** Why a strategy cannot have ended on this day. */
export function strategyUntilProblem(untilOn: IsoDate, fromOn: IsoDate, today: IsoDate): string | null {
  if (untilOn > today) return 'The last day must be today or in the past'
  if (untilOn < fromOn) return `The last day must be on or after ${longDate(fromOn)}, when it began`
  return null
}
