import 'server-only'
import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { plusSchoolDays, type SchoolCalendar } from '@/lib/calendar/school-days'
import type { SchoolTx } from '@/lib/platform/db'
import { PREPARE_WITHIN_SCHOOL_DAYS } from '@/lib/preparation/rules'
import { prepareFlag, type TodayToPrepare } from './prepare.words'
import type { Flag } from './rules'

/** The meetings of the next school days that nobody has said are prepared, the nearest first. One statement. */
export async function prepareFlags(
  tx: SchoolTx,
  { today, calendar }: { today: IsoDate; calendar: SchoolCalendar },
): Promise<Flag[]> {
  // Past the last school day of the calendar a week of days will do.
  const until =
    plusSchoolDays(calendar, today, PREPARE_WITHIN_SCHOOL_DAYS) ??
    plusDays(today, PREPARE_WITHIN_SCHOOL_DAYS + 2)
  const rows = await tx.$queryRaw<TodayToPrepare[]>`
    SELECT m.id::text AS "meetingId", m.pupil_id::text AS "pupilId", m.held_on::text AS "on", k.name AS "className",
      concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS "pupilName",
      (SELECT count(*)::int FROM parent_points o WHERE o.school_id = m.school_id AND o.meeting_id = m.id) AS points,
      (SELECT count(*)::int FROM meeting_pupil_views v WHERE v.school_id = m.school_id AND v.meeting_id = m.id) AS views
    FROM parent_meetings m
    JOIN pupils p ON p.school_id = m.school_id AND p.id = m.pupil_id
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    WHERE m.status = 'booked' AND m.held_on BETWEEN ${today}::date AND ${until}::date
      AND NOT EXISTS (SELECT FROM meeting_preparations d WHERE d.school_id = m.school_id AND d.meeting_id = m.id)
    ORDER BY m.held_on, m.at, p.family_name, p.given_name, m.id`
  return rows.map((row) => prepareFlag(row, today))
}
