import { tokenHash } from '@/lib/session/cookie.rules'
import { aMeeting } from '@/tests/factories'
import { insert, newId } from '@/tests/factories/insert'

type Pupil = { id: string; schoolId: string }

/** A record that is written and not signed, a parent's question about one that is, and a link that was sent with it. */
export async function recordScene(
  pupil: Pupil,
  { held, parent, by }: { held: { id: string }; parent: { id: string }; by: { id: string } },
) {
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id }
  const written = await aMeeting(pupil, { heldOn: '2026-11-18', parents: [parent], ledById: by.id })
  await insert('meeting_records', {
    ...{ ...own, id: newId(), meeting_id: written.id, written_on: '2026-11-18' },
    ...{ outcomes_agreed: 'Carry on with the word list.', support_agreed: 'Four times a week.' },
  })
  const [questionId, mailId, token, at] = [newId(), newId(), newId(), '2026-11-19T09:00:00Z']
  await insert('record_questions', {
    ...{ ...own, id: questionId, meeting_id: held.id, number: 1, line: 'support', contact_id: parent.id },
    ...{ words: 'Which four days?', asked_at: at, form_key: newId() },
  })
  await insert('outbox_mails', {
    ...{ ...own, id: mailId, kind: 'meeting-record', about_id: newId(), key: newId(), asked_by_id: by.id },
    ...{ created_at: at, queued_at: at, status: 'caught', finished_at: at },
  })
  await insert('meeting_record_deliveries', {
    ...{ ...own, id: newId(), meeting_id: held.id, contact_id: parent.id, number: 1, method: 'link' },
    ...{ given_on: '2026-11-19', recorded_by_id: by.id, mail_id: mailId },
    ...{ token_hash: tokenHash(token), expires_at: '2027-08-31T00:00:00Z' },
  })
  return { writtenId: written.id, questionId, linkToken: token }
}
