import { tokenHash } from '@/lib/session/cookie.rules'
import { insert, newId } from './insert'

type Pupil = { id: string; schoolId: string }

/** A parent invited by email to a meeting that is booked, the letter caught; with the token of its link. */
export async function anInvitedParent(
  meeting: { id: string },
  { pupil, contact, by }: { pupil: Pupil; contact: { id: string }; by: { id: string } },
) {
  const [token, prepareToken, mailId, id] = [newId(), newId(), newId(), newId()]
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id }
  const at = '2026-11-19T09:00:00Z'
  await insert('meeting_invitations', {
    ...own,
    id,
    meeting_id: meeting.id,
    contact_id: contact.id,
    token_hash: tokenHash(token),
    prepare_hash: tokenHash(prepareToken),
    expires_at: '2027-08-31T00:00:00Z',
  })
  await insert('outbox_mails', {
    ...{ ...own, id: mailId, kind: 'meeting-invitation', about_id: id, key: newId(), asked_by_id: by.id },
    ...{ created_at: at, queued_at: at, status: 'caught', finished_at: at },
  })
  await insert('caught_mails', {
    ...{ school_id: pupil.schoolId, id: mailId, sent_to: 'farah@home.example', caught_at: at },
    subject: 'Invitation to a meeting at school',
    body: 'Dear Farah Khan\n\nPlease tell us\nhttps://sen.example.org/answer/secret',
    calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
  })
  await insert('invitation_entries', {
    ...{ ...own, id: newId(), meeting_id: meeting.id, contact_id: contact.id, mail_id: mailId },
    ...{
      kind: 'offered',
      method: 'email',
      happened_on: '2026-11-19',
      recorded_at: at,
      recorded_by_id: by.id,
    },
  })
  return { token, prepareToken, mailId }
}
