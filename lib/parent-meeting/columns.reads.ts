import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { type Part, rowsPart, sql } from '@/lib/platform/gather'
import type { ParentMeetingFormat, ParentMeetingStatus } from './counting.rules'
import type { Signed } from './line.rules'
import type { CopyMethod, MeetingPurpose, PupilPart, RecordStep } from './record.rules'

type Named = { givenName: string; familyName: string }

/** What is read of a meeting, with everything that hangs on it. */
export type MeetingColumns = {
  id: string
  version: number
  status: ParentMeetingStatus
  heldOn: IsoDate
  at: string | null
  format: ParentMeetingFormat
  purpose: MeetingPurpose
  place: string | null
  plannedMinutes: number
  actualMinutes: number | null
  isSenDiscussion: boolean
  roundId: string | null
  pupilPart: PupilPart | null
  pupilPartNote: string | null
  cancelledBy: 'school' | 'parent' | null
  cancelReason: string | null
  ledById: string | null
  ledBy: Named | null
  attendees: {
    contactId: string | null
    membershipId: string | null
    came: boolean | null
    cameLate: boolean
    leftEarly: boolean
    contact: { fullName: string } | null
    membership: Named | null
  }[]
  noteTaker: string | null
  hasRecord: boolean
  /** As which version the record is signed off, by whom and when; nothing while it is still being written. */
  signed: Signed | null
  /** What is done with that version besides parents' copies, and who has it how (R19, R20). */
  steps: RecordStep[]
  deliveries: { contactId: string; method: CopyMethod; givenOn: IsoDate; mailId: string | null }[]
}

/** The meetings of a pupil from a day on, with everything that hangs on them. */
export const columnsPart = (pupilId: string, from: IsoDate): Part<MeetingColumns[]> =>
  rowsPart<MeetingColumns>(sql`
    SELECT m.id, m.version, m.status, m.held_on AS "heldOn", m.at, m.format, m.purpose, m.place, m.planned_minutes AS "plannedMinutes",
      m.actual_minutes AS "actualMinutes", m.is_sen_discussion AS "isSenDiscussion", m.round_id AS "roundId", m.pupil_part AS "pupilPart",
      m.pupil_part_note AS "pupilPartNote", m.cancelled_by AS "cancelledBy", m.cancel_reason AS "cancelReason", m.led_by_id AS "ledById", m.note_taker AS "noteTaker",
      (SELECT json_build_object('givenName', l.given_name, 'familyName', l.family_name)
         FROM memberships l WHERE l.school_id = m.school_id AND l.id = m.led_by_id) AS "ledBy",
      COALESCE((SELECT json_agg(json_build_object('contactId', a.contact_id, 'membershipId', a.membership_id, 'came', a.came,
          'cameLate', a.came_late, 'leftEarly', a.left_early,
          'contact', CASE WHEN c.id IS NOT NULL THEN json_build_object('fullName', c.full_name) END,
          'membership', CASE WHEN s.id IS NOT NULL THEN json_build_object('givenName', s.given_name, 'familyName', s.family_name) END) ORDER BY a.id)
        FROM meeting_attendees a
        LEFT JOIN contacts c ON c.school_id = a.school_id AND c.id = a.contact_id
        LEFT JOIN memberships s ON s.school_id = a.school_id AND s.id = a.membership_id
        WHERE a.school_id = m.school_id AND a.meeting_id = m.id), '[]') AS attendees,
      r.id IS NOT NULL AS "hasRecord",
      (SELECT json_build_object('number', v.number, 'on', v.signed_on, 'by', concat_ws(' ', s.given_name, s.family_name), 'reason', v.reason)
         FROM meeting_record_versions v JOIN memberships s ON s.school_id = v.school_id AND s.id = v.signed_by_id
         WHERE v.school_id = m.school_id AND v.meeting_id = m.id AND v.number = r.signed_number) AS signed,
      COALESCE((SELECT json_agg(p.step) FROM meeting_record_steps p
         WHERE p.school_id = m.school_id AND p.meeting_id = m.id AND p.number = r.signed_number), '[]') AS steps,
      COALESCE((SELECT json_agg(json_build_object('contactId', d.contact_id, 'method', d.method, 'givenOn', d.given_on, 'mailId', d.mail_id) ORDER BY d.id)
        FROM meeting_record_deliveries d WHERE d.school_id = m.school_id AND d.meeting_id = m.id AND d.number = COALESCE(r.signed_number, 1)), '[]') AS deliveries
    FROM parent_meetings m LEFT JOIN meeting_records r ON r.school_id = m.school_id AND r.meeting_id = m.id
    WHERE m.pupil_id = ${pupilId}::uuid AND m.held_on >= ${from}::date
    ORDER BY m.held_on, m.id`)
