import { longDate } from '@/lib/calendar/iso-date'
import type { DeliveredSoFar, DeliveryFlag } from './delivered.rules'

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

/** "Given 17 of 20 sessions so far, 170 of 200 minutes"; without a plan to compare with, what was given. */
export function givenWords({ planned, plannedMinutes, given, partly, minutes }: DeliveredSoFar): string {
  const sessions = given + partly
  const often =
    planned === null
      ? `Given ${counted(sessions, 'session')}`
      : `Given ${sessions} of ${counted(planned, 'session')} so far`
  if (minutes === 0 && plannedMinutes === null) return often
  return plannedMinutes === null
    ? `${often}, ${counted(minutes, 'minute')}`
    : `${often}, ${minutes} of ${counted(plannedMinutes, 'minute')}`
}

const listed = (lines: readonly { words: string; count: number }[]) =>
  lines.map(({ words, count }) => `${words} (${count})`).join(', ')

/** Why sessions were missed or cut short: "2 in part, 3 not given: Away (3), Began late (2)". */
export function missedWords({ partly, notGiven, reasons }: DeliveredSoFar): string | null {
  if (partly + notGiven === 0) return null
  const how = [partly > 0 && `${partly} in part`, notGiven > 0 && `${notGiven} not given`]
    .filter(Boolean)
    .join(', ')
  return reasons.length === 0
    ? how
    : `${how}: ${listed(reasons.map(({ reason, count }) => ({ words: reason, count })))}`
}

/** Who else gave it than the person planned: the right person is half of "as planned" (P67). */
export const othersWords = ({ byOthers }: DeliveredSoFar): string | null =>
  byOthers.length === 0
    ? null
    : `Given by somebody else: ${listed(byOthers.map(({ who, count }) => ({ words: who, count })))}`

// Rounded down, so that 59.9 never reads as the 60 that clears it; a hair more than a float can be off.
const A_HAIR = 1e-9

/** A share as a whole number of a hundred: "59%". */
export const percent = (share: number) => `${Math.floor(share * 100 + A_HAIR)}%`

/** What is asked about a provision, since when, and what would clear it (R12, R13; 6.52). */
export function deliveryFlagWords(flag: DeliveryFlag): string {
  return flag.ruleId === 'R12'
    ? `Not noted for ${counted(flag.schoolDays, 'school day')}, since ${longDate(flag.since)} (6.52). A Do note, given or not, clears this`
    : `${percent(flag.share)} of what was planned was given, half-way or further since ${longDate(flag.since)} (6.52). It clears at 60%, or when the plan says less often`
}
