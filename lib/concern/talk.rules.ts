import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

/** Stands for the pupil among those a decision was talked over with. */
export const THE_PUPIL = 'pupil'

/** That a decision was talked over with one parent or the pupil (P04). */
export type TalkLine = {
  readonly id: string
  /** The parent's name; null for the pupil. */
  readonly contact: string | null
  readonly talkedOn: IsoDate
  readonly words: string | null
  readonly noteGiven: boolean
}

/** Why a decision cannot have been talked over on this day. */
export function talkedOnProblem(talkedOn: IsoDate, decidedOn: IsoDate, today: IsoDate): string | null {
  if (talkedOn > today) return 'The day of the talk must be today or in the past'
  if (talkedOn < decidedOn)
    return `The day of the talk must be on or after ${longDate(decidedOn)}, when it was decided`
  return null
}
