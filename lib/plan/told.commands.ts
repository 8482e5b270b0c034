import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { cyclePolicy } from '@/lib/cycle/policy'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { responsibleChanges } from './told.reads'
import { notToldOfResponsible, responsibleToldOnProblem } from './told.rules'
import type { ResponsibleToldForm } from './told.schema'

/**
 * Records that a parent, or the young person, was told who answers for the support now: how and on which day. Once for
 * each and each change, and never altered (P31).
 */
export function recordResponsibleTold(
  actor: Actor,
  pupilId: string,
  form: ResponsibleToldForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const subject = { schoolId: actor.schoolId, pupilId }
    if (!cyclePolicy.read(actor, subject)) throw new NotFound(`plan of pupil ${pupilId}`)
    if (!cyclePolicy.write(actor, subject)) throw new NotAllowed(`tell parents of pupil ${pupilId}`)
    await onePupilAtATime(tx, pupilId)
    const [change] = await responsibleChanges(tx, pupilId)
    if (!change) throw new NotFound(`change of who is responsible for pupil ${pupilId}`)
    const today = schoolDay(now)
    if (change.notices.some(({ contactId }) => contactId === form.recipient))
      return refuse('recipient', 'It is already recorded that they were told')
    if (!notToldOfResponsible(change, today).some(({ contactId }) => contactId === form.recipient))
      return refuse('recipient', 'Select who was told')
    const problem = responsibleToldOnProblem(form.toldOn, change, today)
    if (problem) return refuse('toldOn', problem)
    const { id } = await tx.responsibleNotice.create({
      data: {
        ...{ schoolId: actor.schoolId, pupilId, versionId: change.versionId, contactId: form.recipient },
        ...{ method: form.method, toldOn: toDateColumn(form.toldOn) },
        ...{ recordedById: actor.membershipId, recordedAt: now },
      },
      select: { id: true },
    })
    const entry = { action: 'plan.told-responsible', subjectId: id, pupilId } as const
    await audit(tx, actor, { ...entry, details: { method: form.method } }, now)
    return { ok: true, value: null }
  })
}
