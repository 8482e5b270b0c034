import { type IsoDate } from '@/lib/calendar/iso-date'
import type { MeetingCalendar } from '@/lib/parent-meeting/facts.rules'
import { duePointsOf, type OversightPupil } from './facts.rules'

/** So many meetings by the end of a day. */
export type BurnUpPoint = { readonly on: IsoDate; readonly total: number }

/** The year's meetings held and needed, day by day, as a picture and a table tell them. */
export type YearBurnUp = {
  readonly held: readonly BurnUpPoint[]
  readonly needed: readonly { readonly by: IsoDate; readonly total: number }[]
  /** Where the line goes by the end of the term if what is booked is held. */
  readonly booked: BurnUpPoint | null
  /** The last day of this term; null between two. */
  readonly termEnds: IsoDate | null
}

/** What the picture has to know of each pupil. */
type Drawn = Pick<OversightPupil, 'heldOn' | 'standing' | 'neededBy'>

/** The days on which meetings counted towards what is needed: of each pupil no more than the year asks for. */
function countedDays(pupils: readonly Drawn[]): BurnUpPoint[] {
  const days = pupils.flatMap(({ heldOn, standing }) => heldOn.slice(0, standing.required)).sort()
  const points: BurnUpPoint[] = []
  days.forEach((on, before) => {
    if (points.at(-1)?.on === on) points.pop()
    points.push({ on, total: before + 1 })
  })
  return points
}

/** Meetings held through the year against those that would be needed by each due point if every pupil kept pace (8.3). */
export function yearBurnUp(
  everyone: readonly Drawn[],
  calendar: MeetingCalendar,
  today: IsoDate,
): YearBurnUp {
  const pupils = everyone.filter(({ standing }) => standing.state !== 'not-in-scope')
  const held = countedDays(pupils)
  const booked = pupils.reduce(
    (sum, { standing }) => sum + Math.min(standing.booked, Math.max(0, standing.required - standing.held)),
    0,
  )
  const term = calendar.terms.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay)
  return {
    held,
    needed: duePointsOf(calendar).map((by, point) => ({
      by,
      total: pupils.reduce((sum, { neededBy }) => sum + (neededBy[point] ?? 0), 0),
    })),
    booked: term && booked > 0 ? { on: term.lastDay, total: (held.at(-1)?.total ?? 0) + booked } : null,
    termEnds: term?.lastDay ?? null,
  }
}
