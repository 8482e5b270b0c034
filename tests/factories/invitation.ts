import { schoolDay } from '@/lib/calendar/iso-date'
import { inviteToMeeting } from '@/lib/invitation/commands'
import { type InviteForm, inviteForm } from '@/lib/invitation/schema'
import { linkToken } from '@/lib/invitation/token'
import type { Actor } from '@/lib/platform/actor'
import { aMeeting } from '@/tests/factories'
import { tokenHash } from '@/lib/session/cookie.rules'
import { insert, look, newId } from './insert'

type Pupil = { id: string; schoolId: string }

/** The form of an invitation: each parent given is asked by email. */
export const inviting = (
  by: Record<string, string>,
  over: Partial<Record<keyof InviteForm, unknown>> = {},
): InviteForm => inviteForm.parse({ by, formKey: newId(), ...over })

/** A meeting on 1 December to which the parents given were invited by email. */
export async function anInvitation(
  pupil: Pupil,
  actor: Actor,
  parents: readonly { id: string }[],
  { now, heldOn = '2026-12-01', ledById = null }: { now: Date; heldOn?: string; ledById?: string | null },
) {
  const meeting = await aMeeting(pupil, { status: 'booked', heldOn, parents, ledById })
  const by = Object.fromEntries(parents.map(({ id }) => [id, 'email']))
  const invited = await inviteToMeeting(actor, meeting.id, 0, inviting(by), now)
  if (!invited.ok) throw new Error(JSON.stringify(invited.problems))
  const rows = await look<{ id: string; contact_id: string }>(
    'SELECT id, contact_id FROM meeting_invitations WHERE meeting_id = $1',
    [meeting.id],
  )
  const idOf = (parent: { id: string }) => rows.find((row) => row.contact_id === parent.id)?.id ?? ''
  return {
    meeting,
    idOf,
    tokenOf: (parent: { id: string }) => linkToken(idOf(parent)),
    invitedOn: schoolDay(now),
  }
}

/** A parent invited by email to a meeting that is booked, the letter caught; with the token of its link. */
export async function anInvitedParent(
  meeting: { id: string },
  { pupil, contact, by }: { pupil: Pupil; contact: { id: string }; by: { id: string } },
) {
  const [token, mailId, id] = [newId(), newId(), newId()]
  const own = { school_id: pupil.schoolId, pupil_id: pupil.id }
  const at = '2026-11-19T09:00:00Z'
  await insert('meeting_invitations', {
    ...own,
    id,
    meeting_id: meeting.id,
    contact_id: contact.id,
    token_hash: tokenHash(token),
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
  return { token, mailId }
}
