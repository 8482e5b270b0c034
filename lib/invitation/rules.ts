import { instantAt } from '@/lib/calendar/instant'
import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { type FamilyTie, isEntitled } from '@/lib/parent-meeting/family.rules'

/** What a parent may answer. */
export const ANSWERS = ['yes', 'no', 'another-time'] as const

export type Answer = (typeof ANSWERS)[number]

/** How a parent is asked; an email goes by itself, the others the school does and says so. */
export const WAYS_TO_ASK = ['email', 'letter', 'phone', 'in-person'] as const

export type WayToAsk = (typeof WAYS_TO_ASK)[number]

/** How an answer came. */
export type WayAnswered = 'link' | 'service' | 'phone' | 'in-person' | 'letter' | 'email'

/** One thing that was tried, or came back (8.3, C12). */
export type Entry = {
  readonly id: string
  readonly meetingId: string
  readonly contactId: string
  readonly kind: 'offered' | 'moved' | 'called-off' | 'reminded' | 'answered'
  readonly method: WayToAsk | WayAnswered
  readonly outcome: Answer | null
  readonly on: IsoDate
  readonly mailId: string | null
}

/** A link opens nothing after the day of its meeting. */
export const linkExpires = (on: IsoDate): Date => instantAt(plusDays(on, 1), '00:00')

type Asked = {
  readonly status: string
  readonly on: IsoDate
  readonly expiresAt: Date
  readonly tie: FamilyTie | null
}

/**
 * Whether an invitation still asks anything: its meeting is booked, its day has not passed, and whoever it is to has not
 * been shut out since, by the day it is looked at or by the day of the meeting (section 6, Parents).
 */
export const isOpen = ({ status, on, expiresAt, tie }: Asked, now: Date, today: IsoDate): boolean =>
  status === 'booked' &&
  on >= today &&
  expiresAt > now &&
  tie !== null &&
  isEntitled(tie, today) &&
  isEntitled(tie, on)

type Timed = {
  readonly on: IsoDate
  readonly at: string | null
  readonly format: string
  readonly place: string | null
  readonly minutes: number
}

/** What a change of a meeting means to those invited: another time asks them again, another place tells them. */
export function changeForInvited(before: Timed, after: Timed): 'nothing' | 'told' | 'asked-again' {
  if (before.on !== after.on || before.at !== after.at) return 'asked-again'
  const isSame =
    before.format === after.format && before.place === after.place && before.minutes === after.minutes
  return isSame ? 'nothing' : 'told'
}

/** How often a meeting was offered: once for each meeting and day, though both parents were asked (8.3, C12). */
export const offersIn = (entries: readonly Pick<Entry, 'kind' | 'meetingId' | 'on'>[]): number =>
  new Set(
    entries
      .filter(({ kind }) => kind === 'offered' || kind === 'moved')
      .map(({ meetingId, on }) => `${meetingId} ${on}`),
  ).size

/** Papers cannot have been sent on a day to come. */
export const papersSentProblem = (
  sentOn: IsoDate | null,
  today: IsoDate,
): { field: string; message: string }[] =>
  sentOn !== null && sentOn > today
    ? [{ field: 'papersSentOn', message: 'The day the papers were sent must be today or in the past' }]
    : []

/** One line each: specialists, and people who support the parent. */
export const othersIn = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
