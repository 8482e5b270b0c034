import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { boundsOf, type SchoolYear, schoolYearOf } from '@/lib/calendar/school-year'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { schoolYearCalendar } from '@/lib/school/reads'
import {
  type ChangesSince,
  countsOf,
  type KindCount,
  type TimelineFilter,
  type TimelineRow,
  yearsOf,
} from './kinds.rules'
import { changesSinceLooked, timelineRows, timelineSpan } from './reads'

export type PupilTimeline = {
  pupil: PupilHeader
  /** The school year that is shown, by the year it began in, and all there is to choose from. */
  year: number
  years: number[]
  /** Of the year that is shown, whatever kinds are. */
  counts: KindCount[]
  rows: TimelineRow[]
  /** Where the address asks for what has changed since an instant. */
  changed: ChangesSince
}

/**
 * Everything that happened to a pupil in one school year, by the day it happened, or what others have changed since the
 * person asking last looked; in as many statements for seven years as for one.
 */
export function getTimeline(
  actor: Actor,
  pupilId: string,
  filter: TimelineFilter,
  now: Date,
): Promise<PupilTimeline> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'timeline', today, now })
    const { settings } = await schoolYearCalendar(tx, pupil.schoolId, today)
    const begins = settings.yearBegins
    const thisYear = schoolYearOf(today, begins)
    const { first, last } = await timelineSpan(tx, pupilId)
    const years = yearsOf(schoolYearOf(first ?? today, begins), schoolYearOf(last ?? today, begins), thisYear)
    const year = filter.year !== null && years.includes(filter.year) ? filter.year : thisYear
    const { since, kinds } = filter
    const rows = since ? [] : await timelineRows(tx, pupilId, boundsOf(year as SchoolYear, begins))
    return {
      pupil,
      year,
      years,
      counts: countsOf(rows),
      rows: kinds.length > 0 ? rows.filter(({ kind }) => kinds.includes(kind)) : rows,
      changed: since && (await changesSinceLooked(tx, pupilId, new Date(since.getTime() + 1))),
    }
  })
}
