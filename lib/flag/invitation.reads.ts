import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { invitationFlag, type TodayInvitation } from './invitation.words'
import type { Flag } from './rules'

/**
 * What invitations to meetings still to come ask of the school: an answer that is not yes, or an email that was not
 * delivered with nothing tried since. One statement.
 */
export async function invitationFlags(tx: SchoolTx, today: IsoDate): Promise<Flag[]> {
  const rows = await tx.$queryRaw<TodayInvitation[]>`
    SELECT i.meeting_id::text AS "meetingId", i.pupil_id::text AS "pupilId",
      concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS "pupilName", k.name AS "className",
      c.full_name AS parent, m.held_on::text AS "on", i.answer,
      i.answer IS NULL AND COALESCE(last.status IN ('failed', 'withheld'), false) AS "hasFailed"
    FROM meeting_invitations i
    JOIN parent_meetings m ON m.school_id = i.school_id AND m.id = i.meeting_id
    JOIN pupils p ON p.school_id = i.school_id AND p.id = i.pupil_id
    JOIN contacts c ON c.school_id = i.school_id AND c.id = i.contact_id
    JOIN pupil_contacts t ON t.school_id = i.school_id AND t.pupil_id = i.pupil_id AND t.contact_id = i.contact_id
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    LEFT JOIN LATERAL (
      SELECT o.status FROM invitation_entries e
      LEFT JOIN outbox_mails o ON o.school_id = e.school_id AND o.id = e.mail_id
      WHERE e.school_id = i.school_id AND e.meeting_id = i.meeting_id AND e.contact_id = i.contact_id
      ORDER BY e.recorded_at DESC, e.id DESC LIMIT 1) last ON true
    WHERE m.status = 'booked' AND m.held_on >= ${today}::date
      AND NOT (t.restricted_from IS NOT NULL AND t.restricted_from <= ${today}::date
        AND (t.restricted_until IS NULL OR t.restricted_until >= ${today}::date))
      AND (i.answer IN ('no', 'another-time') OR last.status IN ('failed', 'withheld'))
    ORDER BY m.held_on, p.family_name, p.given_name, i.id`
  return rows.flatMap((row) => invitationFlag(row, today) ?? [])
}
