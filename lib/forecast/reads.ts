import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { meetingFacts } from '@/lib/parent-meeting/reads'
import type { SchoolTx } from '@/lib/platform/db'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import { registerLines } from '@/lib/sen-register/reads'
import { forecastPupil, type ForecastPupil } from './rules'

/** The day of the last meeting with a parent, of any year, of every pupil this person may see; one statement (8.3). */
async function lastMetOn(tx: SchoolTx, today: IsoDate): Promise<Map<string, IsoDate>> {
  const rows = await tx.$queryRaw<{ id: string; on: IsoDate }[]>`
    WITH came AS MATERIALIZED (
      SELECT DISTINCT a.meeting_id FROM meeting_attendees a WHERE a.came AND a.contact_id IS NOT NULL
    )
    SELECT m.pupil_id::text AS id, max(m.held_on)::text AS "on" FROM parent_meetings m LEFT JOIN came ON came.meeting_id = m.id
    WHERE m.status = 'held' AND m.held_on <= ${today}::date AND m.is_sen_discussion AND m.led_by_id IS NOT NULL
      AND (came.meeting_id IS NOT NULL OR m.young_person_came)
    GROUP BY m.pupil_id`
  return new Map(rows.map(({ id, on }) => [id, on]))
}

/** Everyone on this year's register with what the forecast asks, in three statements however many they are. */
export async function forecastPupils(
  tx: SchoolTx,
  calendar: SchoolYearCalendar,
  today: IsoDate,
): Promise<ForecastPupil[]> {
  const lines = await registerLines(tx, calendar, today)
  const facts = await meetingFacts(tx, null, calendar)
  const met = await lastMetOn(tx, today)
  return lines.flatMap((line) => {
    const known = facts.get(line.pupilId)
    return known
      ? [forecastPupil(line, known, { calendar, lastMet: met.get(line.pupilId) ?? null, today })]
      : []
  })
}
