import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { countStates, type StateCounts } from '@/lib/oversight/rules'
import { type CountableMeeting, isBookedToCount, isInScope } from '@/lib/parent-meeting/counting.rules'
import { pacedYear } from '@/lib/parent-meeting/pace.rules'
import {
  explainedStanding,
  parentMeetingStanding,
  type ParentMeetingStanding,
} from '@/lib/parent-meeting/rules'
import { counted, type ForecastPupil, stillNeeding } from './rules'

/** Whose meetings are thought of: those ticked, everyone behind the pace, or everyone who still needs one. */
export const WHOSE = ['chosen', 'behind', 'needing'] as const

/** How many meetings for each: one, or as many as the year still needs. */
export const HOW_MANY = ['one', 'all'] as const

export type WhatIf = {
  readonly whose: (typeof WHOSE)[number]
  readonly chosen: readonly string[]
  readonly by: IsoDate
  readonly howMany: (typeof HOW_MANY)[number]
  /** What is booked up to that day is held as well. */
  readonly withBooked: boolean
}

/** What would come of it: who remains below, with these meetings and without them. */
export type WhatIfAnswer = {
  readonly asked: WhatIf
  /** Pupils whose meetings are thought of, and how many meetings fit on their school days. */
  readonly pupils: number
  readonly meetings: number
  /** Pupils for whom there are too few school days left up to that day. */
  readonly tooLate: number
  readonly before: StateCounts
  readonly after: StateCounts
  /** Behind the pace, or no longer to be met, on the day after. */
  readonly remaining: readonly { readonly pupil: ForecastPupil; readonly standing: ParentMeetingStanding }[]
  readonly remainedWithout: number
}

const isBelow = ({ state }: ParentMeetingStanding) => state === 'at-risk' || state === 'not-met'

/** The school days from today to a day on which this pupil has no meeting yet that counts or would. */
function freeDays({ input }: ForecastPupil, by: IsoDate, taken: ReadonlySet<IsoDate>): IsoDate[] {
  const { year, terms, closedDays, settings, today, inScope } = input
  return pacedYear({ year, terms, closedDays, warnSchoolDays: settings.warnSchoolDays }).days.filter(
    (day) => day >= today && day <= by && !taken.has(day) && isInScope(inScope, day),
  )
}

const thoughtOf = (on: IsoDate): CountableMeeting => ({
  id: `thought of ${on}`,
  status: 'held',
  on,
  format: 'in-person',
  ledByTeacherOrSenco: true,
  isSenDiscussion: true,
  parentAttended: true,
  youngPersonAttended: false,
  roundId: null,
})

/** Where one pupil would stand on the day after, with so many more meetings held by then (R21, the rule itself). */
function standingIf(
  pupil: ForecastPupil,
  { by, withBooked }: Pick<WhatIf, 'by' | 'withBooked'>,
  more: number,
) {
  const { input } = pupil
  const meetings = input.meetings.map((meeting) =>
    withBooked && meeting.on <= by && isBookedToCount(meeting, input)
      ? { ...meeting, status: 'held' as const, parentAttended: true }
      : meeting,
  )
  const today = plusDays(by, 1)
  const then = { ...input, meetings, today }
  const days = freeDays(pupil, by, new Set(explainedStanding(then).reasons.heldOn))
  const placed = more === 0 ? [] : days.slice(-more)
  return {
    placed: placed.length,
    standing: parentMeetingStanding({ ...then, meetings: [...meetings, ...placed.map(thoughtOf)] }),
  }
}

function whoseOf(pupils: readonly ForecastPupil[], { whose, chosen }: WhatIf): Set<ForecastPupil> {
  const needing = stillNeeding(pupils)
  switch (whose) {
    case 'chosen': {
      const ids = new Set(chosen)
      return new Set(pupils.filter(({ line }) => ids.has(line.pupilId)))
    }
    case 'behind':
      return new Set(needing.filter(({ standing }) => standing.state === 'at-risk'))
    case 'needing':
      return new Set(needing)
  }
}

/**
 * "If you hold these 12 by 7 July, 4 pupils remain below": everyone through the rule on the day after, with the meetings
 * thought of held on school days of their own, and what is booked up to then held or not, as was asked.
 */
export function whatIf(pupils: readonly ForecastPupil[], asked: WhatIf): WhatIfAnswer {
  const everyone = counted(pupils)
  const whose = whoseOf(everyone, asked)
  const moreFor = (pupil: ForecastPupil) =>
    whose.has(pupil) ? (asked.howMany === 'one' ? 1 : pupil.last.needed) : 0
  const thought = everyone.map((pupil) => ({
    pupil,
    more: moreFor(pupil),
    without: standingIf(pupil, asked, 0).standing,
    ...standingIf(pupil, asked, moreFor(pupil)),
  }))
  return {
    asked,
    pupils: whose.size,
    meetings: thought.reduce((sum, { placed }) => sum + placed, 0),
    tooLate: thought.filter(({ placed, more }) => placed < more).length,
    before: countStates(thought.map(({ without }) => ({ standing: without }))),
    after: countStates(thought),
    remaining: thought.filter(({ standing }) => isBelow(standing)),
    remainedWithout: thought.filter(({ without }) => isBelow(without)).length,
  }
}
