import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { offersTo } from '@/lib/invitation/lines.reads'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { empty, part, type Part, raw, readPart, sql } from '@/lib/platform/gather'
import { type CountableMeeting, countedMeetings } from './counting.rules'
import {
  isLeftOut,
  type MeetingCalendar,
  type MeetingFacts,
  standingInput,
  type StatusPeriod,
} from './facts.rules'
import type { MeetingLine, MeetingRow, PupilMeetings, Standing } from './line.rules'
import { meetingRows } from './lines.reads'
import { meetingFlags } from './owed.rules'
import { explainedStanding } from './rules'
import { spreadOf } from './spread.rules'
import { leftOutSentence, notCountedWords, standingSentence } from './words'

export type { PupilMeetings } from './line.rules'

type FactsRow = {
  id: string
  date_of_birth: IsoDate
  statuses: StatusPeriod[] | null
  meetings: CountableMeeting[] | null
}

/**
 * What 6.65 needs to know of many pupils, in one statement: of those named, or of all who were on the register
 * on a day of this school year. Two separated parents see the same count, though neither sees who came (8.3, C7).
 */
export function factsPart(
  pupilIds: readonly string[] | null,
  { year }: Pick<MeetingCalendar, 'year'>,
): Part<Map<string, MeetingFacts>> {
  const only = (column: 'm.pupil_id' | 's.pupil_id') =>
    pupilIds === null ? empty : sql`AND ${raw(column)} = ANY (${[...pupilIds]}::uuid[])`
  return part<FactsRow, Map<string, MeetingFacts>>(
    sql`
    WITH came AS MATERIALIZED (
      SELECT DISTINCT a.meeting_id FROM meeting_attendees a
      JOIN parent_meetings m ON m.school_id = a.school_id AND m.id = a.meeting_id
      WHERE a.came AND a.contact_id IS NOT NULL AND m.held_on BETWEEN ${year.firstDay}::date AND ${year.lastDay}::date
        ${only('m.pupil_id')}
      UNION
      SELECT app.meetings_a_parent_came_to() WHERE app.role() = 'parent'
    ), held AS (
      SELECT m.pupil_id, json_agg(json_build_object('id', m.id, 'status', m.status, 'on', m.held_on, 'format', m.format,
          'ledByTeacherOrSenco', m.led_by_id IS NOT NULL, 'isSenDiscussion', m.is_sen_discussion, 'roundId', m.round_id,
          'youngPersonAttended', m.young_person_came, 'parentAttended', came.meeting_id IS NOT NULL) ORDER BY m.held_on, m.id) AS meetings
      FROM parent_meetings m LEFT JOIN came ON came.meeting_id = m.id
      WHERE m.held_on BETWEEN ${year.firstDay}::date AND ${year.lastDay}::date
        ${only('m.pupil_id')}
      GROUP BY m.pupil_id
    ), listed AS (
      SELECT s.pupil_id, json_agg(json_build_object('status', s.status, 'from', s.from_on,
          'until', LEAST(s.until_on, p.on_roll_until)) ORDER BY s.from_on) AS statuses
      FROM sen_statuses s JOIN pupils p ON p.school_id = s.school_id AND p.id = s.pupil_id
      WHERE s.from_on <= ${year.lastDay}::date AND (s.until_on IS NULL OR s.until_on >= ${year.firstDay}::date)
        ${only('s.pupil_id')}
      GROUP BY s.pupil_id
    )
    SELECT p.id, p.date_of_birth::text, listed.statuses, held.meetings
    FROM pupils p LEFT JOIN listed ON listed.pupil_id = p.id LEFT JOIN held ON held.pupil_id = p.id
    WHERE ${pupilIds === null ? sql`listed.pupil_id IS NOT NULL` : sql`p.id = ANY (${[...pupilIds]}::uuid[])`}`,
    (rows) =>
      new Map(
        rows.map(({ id, date_of_birth: dateOfBirth, statuses, meetings }) => [
          id,
          { dateOfBirth, statuses: statuses ?? [], meetings: meetings ?? [] },
        ]),
      ),
  )
}

/** The same by itself. */
export const meetingFacts = (
  tx: SchoolTx,
  pupilIds: readonly string[] | null,
  calendar: Pick<MeetingCalendar, 'year'>,
): Promise<Map<string, MeetingFacts>> => readPart(tx, factsPart(pupilIds, calendar))

/** Where a pupil of whom these facts are known stands on this day, and why, in a sentence (R21). */
export function standingFrom(facts: MeetingFacts, calendar: MeetingCalendar, today: IsoDate): Standing {
  const { standing, reasons } = explainedStanding(standingInput(facts, calendar, today))
  const isOut = isLeftOut(facts.dateOfBirth, calendar)
  return { standing, sentence: isOut ? leftOutSentence : standingSentence(standing, reasons) }
}

/** A pupil's meetings of the school year, each with whether it counts and why not (6.65, R21). */
export async function pupilMeetings(
  tx: SchoolTx,
  actor: Actor,
  pupilId: string,
  calendar: MeetingCalendar,
  today: IsoDate,
): Promise<PupilMeetings> {
  const facts = await factsOf(tx, pupilId, calendar)
  const rows = await meetingRows(tx, pupilId, calendar, today)
  const offers = actor.role === 'parent' ? null : await offersTo(tx, pupilId, calendar.year)
  return pupilMeetingsFrom(actor, { facts, rows, offers }, calendar, today)
}

/** The same from what a page has read already. */
export function pupilMeetingsFrom(
  actor: Actor,
  known: { facts: MeetingFacts; rows: readonly MeetingRow[]; offers: PupilMeetings['offers'] | null },
  calendar: MeetingCalendar,
  today: IsoDate,
): PupilMeetings {
  const all = meetingsOf(known.facts, known.rows, calendar, today)
  if (actor.role === 'parent') return { ...all, meetings: all.meetings.map(forFamily) }
  return { ...all, ...(known.offers && { offers: known.offers }) }
}

// What staff owe, and why in their words something was not done, is not for the family's page.
const forFamily = (line: MeetingLine): MeetingLine => ({
  ...line,
  flags: [],
  recordDue: null,
  copyDue: null,
  reasonNotHeld: null,
  pupilPartNote: null,
})

/** The facts of one pupil; of one this person may not see nothing is known, and nothing counts. */
export const factsOf = async (
  tx: SchoolTx,
  pupilId: string,
  calendar: Pick<MeetingCalendar, 'year'>,
): Promise<MeetingFacts> => factsIn(await meetingFacts(tx, [pupilId], calendar), pupilId, calendar)

/** The same among facts already read. */
export const factsIn = (
  facts: ReadonlyMap<string, MeetingFacts>,
  pupilId: string,
  calendar: Pick<MeetingCalendar, 'year'>,
): MeetingFacts => facts.get(pupilId) ?? { dateOfBirth: calendar.year.firstDay, statuses: [], meetings: [] }

/** The same from rows already read, so that a page can ask what would be if one more were held. */
export function meetingsOf(
  facts: MeetingFacts,
  rows: readonly MeetingRow[],
  calendar: MeetingCalendar,
  today: IsoDate,
): PupilMeetings {
  const input = standingInput(facts, calendar, today)
  const counted = new Map(countedMeetings(input).map(({ id, counts, reason }) => [id, { counts, reason }]))
  const beyond = { counts: false, reason: 'another-year' as const }
  return {
    ...standingFrom(facts, calendar, today),
    year: calendar.year,
    phoneCounts: calendar.settings.phoneCounts,
    rule: calendar.settings.rule,
    spread: spreadOf(input, explainedStanding(input).reasons.heldOn),
    // In a year that is over, what came after it is not of it; in this one it is a booking for the next.
    meetings: rows
      .filter(({ on }) => on <= calendar.year.lastDay || today <= calendar.year.lastDay)
      .map((row) => {
        const { counts, reason } = counted.get(row.id) ?? beyond
        const withoutCopy = row.copies.filter(({ method }) => method === null).map(({ name }) => name)
        return {
          ...row,
          counts,
          reason,
          why: reason === null ? null : notCountedWords[reason],
          flags: meetingFlags(
            { ...row, isLed: row.leader !== null, isSigned: row.signed !== null, withoutCopy },
            calendar,
            today,
          ),
        }
      }),
  }
}
