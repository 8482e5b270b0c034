import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Levels, Limits } from './constraints.rules'

/** A stretch of a day; times are minutes after midnight on the school's clock. */
export type Hours = { readonly day: IsoDate; readonly from: number; readonly until: number }

/** Times of day that a family may ask for. */
export const TIMES_OF_DAY = ['morning', 'afternoon', 'after-school', 'evening'] as const

export type TimeOfDay = (typeof TIMES_OF_DAY)[number]

const AFTERNOON = 12 * 60
const AFTER_SCHOOL = 15 * 60
const EVENING = 17 * 60

/** What time of day a meeting that starts then is at. */
export const timeOfDayAt = (start: number): TimeOfDay =>
  start < AFTERNOON
    ? 'morning'
    : start < AFTER_SCHOOL
      ? 'afternoon'
      : start < EVENING
        ? 'after-school'
        : 'evening'

/** Somebody who can lead or sit in, and when. */
export type RoundStaff = { readonly id: string; readonly hours: readonly Hours[] }

export type RoundRoom = { readonly id: string; readonly building: string; readonly seats: number }

/** One meeting of a round, before it has a place. */
export type MeetingToPlace = {
  readonly id: string
  /** Who may lead it, the pupil’s own teacher first (6.67). */
  readonly leads: readonly string[]
  /** Staff who must be there as well. */
  readonly alsoThere: readonly string[]
  /** Parents and carers who are asked. */
  readonly parents: readonly string[]
  /** Siblings share it. */
  readonly family: string | null
  readonly minutes: number
  /** Chairs that are needed. */
  readonly people: number
  readonly needsRoom: boolean
  readonly dueOn: IsoDate | null
  readonly isBehind: boolean
  readonly prefers: readonly TimeOfDay[]
}

/** Where and when a meeting is put. */
export type Placed = {
  readonly meetingId: string
  readonly day: IsoDate
  readonly start: number
  readonly leadId: string
  readonly roomId: string | null
}

/** Somebody or some room is taken by something outside the round. */
export type Taken = Hours & { readonly who: string }

export type RoundToPlan = {
  readonly meetings: readonly MeetingToPlace[]
  readonly staff: readonly RoundStaff[]
  readonly rooms: readonly RoundRoom[]
  readonly days: readonly IsoDate[]
  readonly levels: Levels
  readonly limits: Limits
  /** What stays where it is. */
  readonly kept: readonly Placed[]
  readonly taken: readonly Taken[]
}

/** Why a meeting has no place: what stands in its way, and whom it is about. */
export type Unplaced = {
  readonly meetingId: string
  readonly why: UnplacedWhy
  readonly who: string | null
}

export const UNPLACED_WHYS = [
  'no-parent',
  'no-leader',
  'leader-away',
  'never-together',
  'due-too-soon',
  'not-at-their-times',
  'no-room',
  'no-seats',
  'leader-taken',
  'staff-taken',
  'family-taken',
  'rooms-taken',
  'too-far',
  'siblings-apart',
  'no-pause',
  'too-many-a-day',
] as const

export type UnplacedWhy = (typeof UNPLACED_WHYS)[number]

export type Timetable = { readonly placed: readonly Placed[]; readonly unplaced: readonly Unplaced[] }
