import { schoolDay } from '@/lib/calendar/iso-date'
import { inviteToMeeting } from '@/lib/invitation/commands'
import { type InviteForm, inviteForm } from '@/lib/invitation/schema'
import { linkToken } from '@/lib/invitation/token'
import type { Actor } from '@/lib/platform/actor'
import { aMeeting } from '@/tests/factories'
import { look, newId } from './insert'

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
