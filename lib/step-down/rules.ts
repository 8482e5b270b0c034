import { type IsoDate, longDate, plusDays } from '@/lib/calendar/iso-date'
import type { Term } from '@/lib/calendar/school-days'
import { entitledRecipients, type NotifiableContact, type Recipient } from '@/lib/parent-notification/rules'

/** Terms of watching after SEN support ended at a review; a product default, never the Code's. */
export const WATCH_TERMS = 2

/** A check is asked for from so many days before it is due (a product default). */
export const CHECK_ASKED_DAYS = 14

/** When a watch is checked, and when it ends: the last days of the first and the second whole term after it began. */
export type WatchDays = { readonly firstCheckOn: IsoDate; readonly untilOn: IsoDate }

/** The days of a watch that begins after this day, from the school's own terms; null where they do not reach. */
export function watchDays(terms: readonly Term[], from: IsoDate): WatchDays | null {
  const ahead = terms
    .filter(({ firstDay }) => firstDay > from)
    .map(({ lastDay }) => lastDay)
    .sort()
  const [firstCheckOn, untilOn] = [ahead[0], ahead[WATCH_TERMS - 1]]
  return firstCheckOn !== undefined && untilOn !== undefined ? { firstCheckOn, untilOn } : null
}

/** How it goes without SEN support. */
export const GOINGS = ['well', 'some-worry', 'support-again'] as const

export type Going = (typeof GOINGS)[number]

export type WatchCheck = {
  readonly id: string
  readonly on: IsoDate
  readonly going: Going
  readonly words: string
  readonly by: string
}

export type Watch = WatchDays & {
  readonly id: string
  readonly senStatusId: string
  readonly from: IsoDate
  readonly checks: readonly WatchCheck[]
}

/** As much of a watch as says where it stands. */
export type WatchedDays = WatchDays & {
  readonly from: IsoDate
  readonly checks: readonly { readonly on: IsoDate }[]
}

/** `ended`: both checks are written, or the pupil is on the register again. */
export type WatchState =
  | { readonly is: 'watching'; readonly nextOn: IsoDate }
  | { readonly is: 'check-due'; readonly dueOn: IsoDate; readonly isLast: boolean; readonly isLate: boolean }
  | { readonly is: 'ended' }

const counts = (checks: WatchedDays['checks'], dueOn: IsoDate, after: IsoDate) =>
  checks.some(({ on }) => on > after && on >= plusDays(dueOn, -CHECK_ASKED_DAYS))

/** Where a watch stands: what is to be checked now, what comes next, or that it is over (6.54, step-down). */
export function watchState({ from, firstCheckOn, untilOn, checks }: WatchedDays, today: IsoDate): WatchState {
  const lastIsDone = counts(checks, untilOn, firstCheckOn)
  if (lastIsDone) return { is: 'ended' }
  const dueFor = (dueOn: IsoDate, isLast: boolean): WatchState =>
    today >= plusDays(dueOn, -CHECK_ASKED_DAYS)
      ? { is: 'check-due', dueOn, isLast, isLate: today > dueOn }
      : { is: 'watching', nextOn: dueOn }
  const firstIsDone = counts(checks, firstCheckOn, from)
  // the last check covers a first one that nobody wrote
  if (firstIsDone || today >= plusDays(untilOn, -CHECK_ASKED_DAYS)) return dueFor(untilOn, true)
  return dueFor(firstCheckOn, false)
}

/** Why a check cannot be of this day, in the words the person reads. */
export function checkedOnProblem(on: IsoDate, watch: { from: IsoDate }, today: IsoDate): string | null {
  if (on > today) return 'The day of the check must be today or in the past'
  return on <= watch.from ? 'The day of the check must be after SEN support ended' : null
}

/** How somebody was told that SEN support ended. */
export const END_TOLD_METHODS = ['in-person', 'letter', 'email', 'phone'] as const

/** That somebody was told that SEN support ended. */
export type EndNotice = { readonly contactId: string | null; readonly toldOn: IsoDate }

type Ended = {
  readonly pupil: { readonly name: string; readonly dateOfBirth: IsoDate }
  readonly contacts: readonly NotifiableContact[]
  readonly notices: readonly EndNotice[]
  readonly today: IsoDate
}

/**
 * Who has not been told that SEN support ended: each parent who is not restricted, or the young person; asked as when it
 * began (6.43, 6.54, P61).
 */
export function notToldOfEnd({ pupil, contacts, notices, today }: Ended): Recipient[] {
  const told = new Set(notices.map(({ contactId }) => contactId))
  return entitledRecipients(pupil, contacts, today).filter(({ contactId }) => !told.has(contactId))
}

// A decision to come is talked over before the review, but not before the term it belongs to.
const TOLD_AHEAD_DAYS = 60

/** Why somebody cannot have been told on this day: not in the future, nor long before SEN support ended. */
export function toldOnProblem(toldOn: IsoDate, ended: { from: IsoDate }, today: IsoDate): string | null {
  if (toldOn > today) return 'The day they were told must be today or in the past'
  const first = plusDays(ended.from, -TOLD_AHEAD_DAYS)
  return toldOn < first ? `The day they were told must be on or after ${longDate(first)}` : null
}
