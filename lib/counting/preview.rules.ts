import type { IsoDate } from '@/lib/calendar/iso-date'
import { type MeetingCalendar, type MeetingFacts, standingInput } from '@/lib/parent-meeting/facts.rules'
import { parentMeetingStanding, STANDING_STATES, type StandingState } from '@/lib/parent-meeting/rules'

/** What a school may set about counting (8.3). */
export type Counting = {
  readonly phoneCounts: boolean
  readonly proRata: boolean
  readonly includeEhcPlan: boolean
  readonly includeNursery: boolean
  readonly warnSchoolDays: number
}

/** So many pupils who stand in one state today and would stand in another. */
export type StateChange = {
  readonly from: StandingState
  readonly to: StandingState
  readonly pupils: number
}

/** What other settings would make of today's numbers (R21). */
export type CountingEffect = {
  readonly pupils: number
  /** Pupils whose state would change; the changes add up to it. */
  readonly changed: number
  readonly changes: readonly StateChange[]
  /** Fewer than the Code's number so far, before and after. */
  readonly fewer: { readonly now: number; readonly then: number }
}

const NAMES = ['phoneCounts', 'proRata', 'includeEhcPlan', 'includeNursery', 'warnSchoolDays'] as const

/** The names of the settings that differ, in the order they are asked. */
export const differences = (now: Counting, then: Counting) => NAMES.filter((name) => now[name] !== then[name])

/**
 * Where everyone on this year's register stands today, and where they would stand if these settings held: through the
 * rule itself, pupil by pupil, so that what is shown before saving is what saving does.
 */
export function effectOf(
  everyone: readonly MeetingFacts[],
  calendar: MeetingCalendar,
  then: Counting,
  today: IsoDate,
): CountingEffect {
  const changed: MeetingCalendar = { ...calendar, settings: { ...calendar.settings, ...then } }
  const changes = new Map<string, StateChange>()
  const fewer = { now: 0, then: 0 }
  for (const facts of everyone) {
    const before = parentMeetingStanding(standingInput(facts, calendar, today))
    const after = parentMeetingStanding(standingInput(facts, changed, today))
    if (before.state !== 'not-in-scope' && before.fewerThanThree) fewer.now += 1
    if (after.state !== 'not-in-scope' && after.fewerThanThree) fewer.then += 1
    if (before.state === after.state) continue
    const key = `${before.state} ${after.state}`
    const pupils = (changes.get(key)?.pupils ?? 0) + 1
    changes.set(key, { from: before.state, to: after.state, pupils })
  }
  const inOrder = [...changes.values()].sort(
    (a, b) =>
      STANDING_STATES.indexOf(a.to) - STANDING_STATES.indexOf(b.to) ||
      STANDING_STATES.indexOf(a.from) - STANDING_STATES.indexOf(b.from),
  )
  return {
    pupils: everyone.length,
    changed: inOrder.reduce((sum, { pupils }) => sum + pupils, 0),
    changes: inOrder,
    fewer,
  }
}
