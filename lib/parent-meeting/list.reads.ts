import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import type { MeetingCalendar } from './facts.rules'
import { copyIsFor, isEntitled } from './family.rules'
import type { ListedMeeting } from './list.rules'
import type { FamilyContact } from './people.rules'
import { COPY_WITHIN_SCHOOL_DAYS, dueAfter, RECORD_STEPS, RECORD_WITHIN_SCHOOL_DAYS } from './record.rules'
import { givenFrom } from './signing.rules'

type Row = Omit<
  ListedMeeting,
  'parents' | 'recordDue' | 'withoutCopy' | 'copyDue' | 'isSigned' | 'stepsToDo'
> & {
  roundId: string | null
  signedNumber: number | null
  signedOn: IsoDate | null
  steps: string[]
  /** Parents asked to come, those who came, and those who have a copy. */
  contacts: string[]
  came: string[]
  given: string[]
}

type FamilyRow = FamilyContact & { pupilId: string }

/** The families of the pupils who have a meeting from this day on; one statement. */
async function families(tx: SchoolTx, from: IsoDate): Promise<Map<string, FamilyContact[]>> {
  const rows = await tx.$queryRaw<FamilyRow[]>`
    SELECT pc.pupil_id::text AS "pupilId", pc.contact_id::text AS "contactId", c.full_name AS name, pc.relationship,
      pc.has_parental_responsibility AS "hasParentalResponsibility", pc.cares_for_pupil AS "caresForPupil",
      pc.restricted_from::text AS "restrictedFrom", pc.restricted_until::text AS "restrictedUntil"
    FROM pupil_contacts pc JOIN contacts c ON c.school_id = pc.school_id AND c.id = pc.contact_id
    WHERE pc.pupil_id IN (SELECT m.pupil_id FROM parent_meetings m WHERE m.held_on >= ${from}::date)
    ORDER BY pc.pupil_id, pc.priority, pc.contact_id`
  const found = new Map<string, FamilyContact[]>()
  for (const { pupilId, ...contact } of rows) {
    const family = found.get(pupilId)
    if (family) family.push(contact)
    else found.set(pupilId, [contact])
  }
  return found
}

/**
 * The meetings of this school year and those booked beyond it, of all the pupils this person may see, by day and
 * time: what each waits for can be told from it. Two statements.
 */
export async function listedMeetings(
  tx: SchoolTx,
  calendar: MeetingCalendar,
  today: IsoDate,
): Promise<ListedMeeting[]> {
  const from = calendar.year.firstDay
  const rows = await tx.$queryRaw<Row[]>`
    WITH listed AS MATERIALIZED (
      SELECT m.* FROM parent_meetings m WHERE m.held_on >= ${from}::date
    ), asked AS MATERIALIZED (
      SELECT a.meeting_id, array_agg(a.contact_id::text) AS contacts, array_agg(a.contact_id::text) FILTER (WHERE a.came) AS came
      FROM meeting_attendees a
      WHERE a.contact_id IS NOT NULL AND a.meeting_id = ANY (ARRAY(SELECT l.id FROM listed l)) GROUP BY a.meeting_id
    ), given AS MATERIALIZED (
      SELECT d.meeting_id, array_agg(d.contact_id::text) AS given FROM meeting_record_deliveries d
      JOIN meeting_records r ON r.school_id = d.school_id AND r.meeting_id = d.meeting_id AND r.signed_number = d.number
      LEFT JOIN outbox_mails o ON o.school_id = d.school_id AND o.id = d.mail_id
      WHERE COALESCE(o.status NOT IN ('failed', 'withheld'), true) GROUP BY d.meeting_id
    ), written AS MATERIALIZED (
      SELECT r.meeting_id, r.signed_number, v.signed_on FROM meeting_records r
      LEFT JOIN meeting_record_versions v ON v.school_id = r.school_id AND v.meeting_id = r.meeting_id AND v.number = r.signed_number
    ), done AS MATERIALIZED (
      SELECT s.meeting_id, array_agg(s.step) AS steps FROM meeting_record_steps s
      JOIN meeting_records r ON r.school_id = s.school_id AND r.meeting_id = s.meeting_id AND r.signed_number = s.number
      GROUP BY s.meeting_id
    )
    SELECT m.id::text, m.pupil_id::text AS "pupilId", concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS "pupilName",
      c.name AS "className", m.held_on::text AS "on", m.at, m.status, m.format, m.place, m.purpose, m.round_id::text AS "roundId",
      m.led_by_id::text AS "leaderId", CASE WHEN l.id IS NULL THEN NULL ELSE concat_ws(' ', l.given_name, l.family_name) END AS leader,
      written.meeting_id IS NOT NULL AS "hasRecord", written.signed_number AS "signedNumber", written.signed_on::text AS "signedOn",
      COALESCE(done.steps, '{}') AS steps,
      COALESCE(asked.contacts, '{}') AS contacts, COALESCE(asked.came, '{}') AS came, COALESCE(given.given, '{}') AS given
    FROM listed m
    JOIN pupils p ON p.school_id = m.school_id AND p.id = m.pupil_id
    LEFT JOIN classes c ON c.school_id = p.school_id AND c.id = p.class_id
    LEFT JOIN memberships l ON l.school_id = m.school_id AND l.id = m.led_by_id
    LEFT JOIN asked ON asked.meeting_id = m.id
    LEFT JOIN given ON given.meeting_id = m.id
    LEFT JOIN written ON written.meeting_id = m.id
    LEFT JOIN done ON done.meeting_id = m.id
    ORDER BY m.held_on, m.at NULLS LAST, p.family_name, p.given_name, m.id`
  const familyOf = await families(tx, from)
  return rows.map((row) => listedMeeting(row, familyOf.get(row.pupilId) ?? [], calendar, today))
}

function listedMeeting(
  { roundId, contacts, came, given, signedNumber, signedOn, steps, ...row }: Row,
  family: readonly FamilyContact[],
  calendar: MeetingCalendar,
  today: IsoDate,
): ListedMeeting {
  const isHeld = row.status === 'held'
  const there = isHeld ? came : contacts
  const isSigned = signedNumber !== null
  const isDue = isHeld && isSigned
  const from = isSigned ? givenFrom(row.on, { number: signedNumber, signedOn: signedOn ?? row.on }) : row.on
  const meeting = { roundId, contactIds: contacts }
  return {
    ...row,
    parents: family
      .filter((contact) => there.includes(contact.contactId) && isEntitled(contact, today))
      .map(({ name }) => name),
    isSigned,
    stepsToDo: isDue ? RECORD_STEPS.filter((step) => !steps.includes(step)) : [],
    recordDue: isHeld && !isSigned ? dueAfter(calendar, row.on, RECORD_WITHIN_SCHOOL_DAYS) : null,
    withoutCopy: family
      .filter((contact) => isDue && !given.includes(contact.contactId) && copyIsFor(contact, meeting, today))
      .map(({ name }) => name),
    copyDue: isDue ? dueAfter(calendar, from, COPY_WITHIN_SCHOOL_DAYS) : null,
  }
}
