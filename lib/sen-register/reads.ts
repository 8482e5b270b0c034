import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { CountableMeeting } from '@/lib/parent-meeting/counting.rules'
import { isLeftOut, scopeOf, type StatusPeriod } from '@/lib/parent-meeting/facts.rules'
import { explainedStanding } from '@/lib/parent-meeting/rules'
import { leftOutSentence, standingSentence } from '@/lib/parent-meeting/words'
import type { SchoolTx } from '@/lib/platform/db'
import { compulsorySchoolAgeEnds } from '@/lib/pupil/rules'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import { soughtAs } from './filter.rules'
import { daysOverdue, type RegisterLine, registerStage, registerStatus } from './rules'

type Row = {
  id: string
  given_name: string
  preferred_name: string | null
  family_name: string
  date_of_birth: IsoDate
  year_group: number | null
  class_name: string | null
  on_roll_until: IsoDate | null
  need: string | null
  need_name: string | null
  cycle_id: string | null
  stage: string | null
  review_due: IsoDate | null
  statuses: string
  meetings: string | null
}

/**
 * Everyone on the register on a day of this school year whom the person asking may see, by name, in one statement
 * however many they are. Periods and meetings come as text, `sen-support|2026-09-01,…`: for 600 pupils that costs
 * a third of what JSON costs, on both sides. Text that people write is never in it, only dates and our own words.
 */
export async function registerLines(
  tx: SchoolTx,
  calendar: SchoolYearCalendar,
  today: IsoDate,
): Promise<RegisterLine[]> {
  const { firstDay, lastDay } = calendar.year
  const rows = await tx.$queryRaw<Row[]>`/* prepared: register-lines */
    WITH listed AS (
      SELECT s.pupil_id, string_agg(concat_ws('|', s.status, s.from_on, s.until_on), ',') AS statuses
      FROM sen_statuses s
      WHERE s.from_on <= ${lastDay}::date AND (s.until_on IS NULL OR s.until_on >= ${firstDay}::date)
      GROUP BY s.pupil_id
    ), need AS (
      SELECT DISTINCT ON (n.pupil_id) n.pupil_id, n.code, t.name
      FROM sen_needs n JOIN need_types t ON t.code = n.code
      WHERE n.from_on <= ${today}::date
      ORDER BY n.pupil_id, n.until_on < ${today}::date IS TRUE, n.rank, n.from_on DESC
    ), meeting AS MATERIALIZED (
      SELECT m.id, m.pupil_id, m.held_on, m.status, m.format, m.led_by_id, m.is_sen_discussion, m.young_person_came, m.round_id
      FROM parent_meetings m WHERE m.held_on BETWEEN ${firstDay}::date AND ${lastDay}::date
    ), came AS MATERIALIZED (
      SELECT DISTINCT a.meeting_id FROM meeting_attendees a
      WHERE a.came AND a.contact_id IS NOT NULL AND a.meeting_id = ANY (ARRAY(SELECT m.id FROM meeting m WHERE m.status = 'held'))
    ), met AS (
      SELECT m.pupil_id, string_agg(concat_ws('|', m.held_on, m.status, m.format,
          concat('-', CASE WHEN m.led_by_id IS NOT NULL THEN 'led' END, CASE WHEN m.is_sen_discussion THEN 'sen' END,
            CASE WHEN came.meeting_id IS NOT NULL THEN 'parent' END, CASE WHEN m.young_person_came THEN 'young' END),
          m.round_id), ',') AS meetings
      FROM meeting m LEFT JOIN came ON came.meeting_id = m.id
      GROUP BY m.pupil_id
    )
    SELECT p.id, p.given_name, p.preferred_name, p.family_name, p.date_of_birth::text, p.year_group,
      k.name AS class_name, p.on_roll_until::text, need.code AS need, need.name AS need_name, c.id AS cycle_id, c.stage,
      c.review_due::text, listed.statuses, met.meetings
    FROM listed JOIN pupils p ON p.id = listed.pupil_id
    LEFT JOIN classes k ON k.id = p.class_id
    LEFT JOIN need ON need.pupil_id = p.id
    LEFT JOIN cycles c ON c.pupil_id = p.id AND c.stage <> 'closed'
    LEFT JOIN met ON met.pupil_id = p.id`
  const lines: RegisterLine[] = []
  for (const row of rows) {
    const line = lineOf(row, calendar, today)
    if (line) lines.push(line)
  }
  return lines.sort(byName)
}

const byName = (a: RegisterLine, b: RegisterLine) =>
  a.soughtAs < b.soughtAs ? -1 : a.soughtAs > b.soughtAs ? 1 : a.pupilId < b.pupilId ? -1 : 1

function lineOf(row: Row, calendar: SchoolYearCalendar, today: IsoDate): RegisterLine | null {
  const { year, terms, closedDays, settings } = calendar
  const statuses = statusesOf(row, year.firstDay)
  const listed = scopeOf(statuses, settings)
  if (listed.length === 0) return null
  const isOut = isLeftOut(row.date_of_birth, calendar)
  const meetings = meetingsOf(row)
  // It is asked only where a young person came, and working it out for 600 pupils takes as long as a query.
  const ends = meetings.some(({ youngPersonAttended }) => youngPersonAttended)
    ? compulsorySchoolAgeEnds(row.date_of_birth)
    : null
  const inScope = isOut ? [] : listed
  const asked = { today, year, terms, closedDays, settings, inScope, meetings, compulsorySchoolAgeEnds: ends }
  const { standing, reasons } = explainedStanding(asked)
  const called = row.preferred_name ?? row.given_name
  const name = `${row.family_name}, ${called}`
  const also = called === row.given_name ? null : row.given_name
  return {
    pupilId: row.id,
    name,
    also,
    soughtAs: soughtAs(name, also),
    yearGroup: row.year_group,
    className: row.class_name,
    status: registerStatus(statuses, today),
    need: row.need !== null && row.need_name !== null ? { code: row.need, name: row.need_name } : null,
    stage: registerStage(row.stage),
    cycleId: row.cycle_id,
    reviewDue: row.review_due,
    daysOverdue: daysOverdue(row.review_due, today),
    standing,
    sentence: isOut ? leftOutSentence : standingSentence(standing, reasons),
  }
}

// Leaving the school ends the time on its register, whatever the status says.
function statusesOf({ statuses, on_roll_until: left }: Row, firstDay: IsoDate): StatusPeriod[] {
  const periods: StatusPeriod[] = []
  for (const text of statuses.split(',')) {
    const [status, from, end] = text.split('|') as [string, IsoDate, IsoDate?]
    const until = end !== undefined && (left === null || end < left) ? end : left
    if (until === null || (until >= from && until >= firstDay)) periods.push({ status, from, until })
  }
  return periods
}

type MeetingText = [
  on: IsoDate,
  status: CountableMeeting['status'],
  format: CountableMeeting['format'],
  marks: string,
  roundId?: string,
]

// Which of two meetings on one day counts is the same to the count, so any name tells them apart.
function meetingOf(text: string, index: number): CountableMeeting {
  const [on, status, format, marks, roundId] = text.split('|') as MeetingText
  return {
    id: String(index),
    status,
    on,
    format,
    ledByTeacherOrSenco: marks.includes('led'),
    isSenDiscussion: marks.includes('sen'),
    parentAttended: marks.includes('parent'),
    youngPersonAttended: marks.includes('young'),
    roundId: roundId ?? null,
  }
}

const meetingsOf = ({ meetings }: Row): CountableMeeting[] => meetings?.split(',').map(meetingOf) ?? []
