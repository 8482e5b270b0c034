import 'server-only'
import type { ArrangeForm } from '@/lib/parent-meeting/schema'
import { arrangedOnProblem } from '@/lib/parent-meeting/record.rules'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { inviteWithin } from './commands'
import type { InviteForm } from './schema'

/**
 * What the page that arranges also asked: who else comes and what to read first is kept, and the parents are invited at once,
 * by email where there is an address and by letter where not.
 */
export async function inviteAtOnce(
  tx: SchoolTx,
  actor: Actor,
  meetingId: string,
  form: ArrangeForm,
  now: Date,
): Promise<void> {
  const { staff = [], others = [], pupilInvited = false, inviteNow = false } = form
  const { noteTaker = null, joinBy = null, papers = null, papersSentOn = null } = form
  const { interpreter = null, accessNeeds = null } = form
  const said = [noteTaker, joinBy, papers, interpreter, accessNeeds].some((text) => text !== null)
  const isAnythingSaid = inviteNow || pupilInvited || said || staff.length + others.length > 0
  const isToCome = form.on >= schoolDay(now) && form.at !== null
  if (!isAnythingSaid || !isToCome || arrangedOnProblem(form.on, form.at, schoolDay(now))) return
  const withAddress = await tx.contact.findMany({
    where: { id: { in: form.invited }, email: { not: null } },
    select: { id: true },
  })
  const wayFor = (id: string) => (withAddress.some((contact) => contact.id === id) ? 'email' : 'letter')
  const invitation: InviteForm = {
    by: inviteNow ? Object.fromEntries(form.invited.map((id) => [id, wayFor(id)])) : {},
    ...{ staff, others, pupilInvited, noteTaker, joinBy, papers, papersSentOn, interpreter, accessNeeds },
    formKey: form.formKey,
  }
  const invited = await inviteWithin(tx, actor, { meetingId, version: 0 }, invitation, now)
  if (!invited.ok) throw new Error('a meeting was arranged with people who cannot be invited to it')
}
