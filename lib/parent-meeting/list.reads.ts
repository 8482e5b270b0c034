import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import type { MeetingCalendar } from './facts.rules'
import { copyIsFor, isEntitled } from './family.rules'
import type { ListedMeeting } from './list.rules'
import type { FamilyContact } from './people.rules'
import { COPY_WITHIN_SCHOOL_DAYS, dueAfter, RECORD_WITHIN_SCHOOL_DAYS } from './record.rules'

type Row = Omit<ListedMeeting, 'parents' | 'recordDue' | 'withoutCopy' | 'copyDue'> & {
  roundId: string | null
  attendees: { contactId: string; came: boolean | null }[]
  family: FamilyContact[]
  given: string[]
}

/**
 * The meetings of this school year and those booked beyond it, of all the pupils this person may see, by day and
 * time: what each waits for can be told from it. One statement.
 */
export async function listedMeetings(
  tx: SchoolTx,
  calendar: MeetingCalendar,
  today: IsoDate,
): Promise<ListedMeeting[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH asked AS MATERIALIZED (
      SELECT a.meeting_id, json_agg(json_build_object('contactId', a.contact_id, 'came', a.came)) AS attendees
      FROM meeting_attendees a JOIN parent_meetings m ON m.school_id = a.school_id AND m.id = a.meeting_id
      WHERE a.contact_id IS NOT NULL AND m.held_on >= ${calendar.year.firstDay}::date GROUP BY a.meeting_id
    ), family AS MATERIALIZED (
      SELECT pc.pupil_id, json_agg(json_build_object('contactId', pc.contact_id, 'name', c.full_name, 'relationship', pc.relationship,
          'hasParentalResponsibility', pc.has_parental_responsibility, 'caresForPupil', pc.cares_for_pupil,
          'restrictedFrom', pc.restricted_from, 'restrictedUntil', pc.restricted_until) ORDER BY pc.priority, pc.contact_id) AS family
      FROM pupil_contacts pc JOIN contacts c ON c.school_id = pc.school_id AND c.id = pc.contact_id GROUP BY pc.pupil_id
    ), given AS MATERIALIZED (
      SELECT d.meeting_id, json_agg(d.contact_id) AS given FROM meeting_record_deliveries d GROUP BY d.meeting_id
    )
    SELECT m.id::text, m.pupil_id::text AS "pupilId", concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS "pupilName",
      c.name AS "className", m.held_on::text AS "on", m.at, m.status, m.format, m.place, m.purpose, m.round_id::text AS "roundId",
      m.led_by_id::text AS "leaderId", CASE WHEN l.id IS NULL THEN NULL ELSE concat_ws(' ', l.given_name, l.family_name) END AS leader,
      EXISTS (SELECT FROM meeting_records r WHERE r.school_id = m.school_id AND r.meeting_id = m.id) AS "hasRecord",
      COALESCE(asked.attendees, '[]') AS attendees, COALESCE(family.family, '[]') AS family, COALESCE(given.given, '[]') AS given
    FROM parent_meetings m
    JOIN pupils p ON p.school_id = m.school_id AND p.id = m.pupil_id
    LEFT JOIN classes c ON c.school_id = p.school_id AND c.id = p.class_id
    LEFT JOIN memberships l ON l.school_id = m.school_id AND l.id = m.led_by_id
    LEFT JOIN asked ON asked.meeting_id = m.id
    LEFT JOIN family ON family.pupil_id = m.pupil_id
    LEFT JOIN given ON given.meeting_id = m.id
    WHERE m.held_on >= ${calendar.year.firstDay}::date
    ORDER BY m.held_on, m.at NULLS LAST, p.family_name, p.given_name, m.id`
  return rows.map((row) => listedMeeting(row, calendar, today))
}

function listedMeeting(
  { roundId, attendees, family, given, ...row }: Row,
  calendar: MeetingCalendar,
  today: IsoDate,
): ListedMeeting {
  const isHeld = row.status === 'held'
  const there = attendees.filter(({ came }) => !isHeld || came)
  const meeting = { roundId, contactIds: attendees.map(({ contactId }) => contactId) }
  return {
    ...row,
    parents: family
      .filter(
        (contact) =>
          isEntitled(contact, today) && there.some(({ contactId }) => contactId === contact.contactId),
      )
      .map(({ name }) => name),
    recordDue: isHeld && !row.hasRecord ? dueAfter(calendar, row.on, RECORD_WITHIN_SCHOOL_DAYS) : null,
    withoutCopy:
      isHeld && row.hasRecord
        ? family
            .filter((contact) => copyIsFor(contact, meeting, today) && !given.includes(contact.contactId))
            .map(({ name }) => name)
        : [],
    copyDue: isHeld && row.hasRecord ? dueAfter(calendar, row.on, COPY_WITHIN_SCHOOL_DAYS) : null,
  }
}
