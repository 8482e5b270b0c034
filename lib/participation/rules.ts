import type { IsoDate } from '@/lib/calendar/iso-date'

/** What pupils do together in school life (6.2, P57). */
export const ACTIVITIES = ['lesson', 'club', 'trip', 'playtime', 'other'] as const

export type Activity = (typeof ACTIVITIES)[number]

/** Missed because help was given at that time, could not join, or joined in with something changed. */
export const JOINED = ['missed-for-support', 'could-not-join', 'joined'] as const

export type Joined = (typeof JOINED)[number]

/** How a pupil joined in with the others on one day, or did not. */
export type ParticipationNote = {
  readonly id: string
  readonly on: IsoDate
  readonly activity: Activity
  readonly what: string
  readonly joined: Joined
  readonly minutes: number | null
  readonly why: string | null
  readonly changed: string | null
  readonly by: string
}

/** How often what was missed, and how often something was changed so that the pupil could join. */
export type ParticipationCounts = {
  readonly missed: readonly {
    readonly activity: Activity
    readonly times: number
    readonly minutes: number
  }[]
  readonly missedTimes: number
  readonly couldNotJoin: number
  readonly joined: number
}

/** Counts what was written of joining in: what help cost in lessons and life, and what was done so that it need not (6.2, P57). */
export function participationCounts(
  notes: readonly Pick<ParticipationNote, 'activity' | 'joined' | 'minutes'>[],
): ParticipationCounts {
  const times = (joined: Joined) => notes.filter((note) => note.joined === joined).length
  const missed = ACTIVITIES.flatMap((activity) => {
    const own = notes.filter((note) => note.joined === 'missed-for-support' && note.activity === activity)
    const minutes = own.reduce((sum, note) => sum + (note.minutes ?? 0), 0)
    return own.length === 0 ? [] : [{ activity, times: own.length, minutes }]
  })
  return {
    missed,
    missedTimes: times('missed-for-support'),
    couldNotJoin: times('could-not-join'),
    joined: times('joined'),
  }
}

/** Why this cannot be the day. */
export const happenedOnProblem = (on: IsoDate, today: IsoDate): string | null =>
  on > today ? 'The day must be today or in the past' : null
