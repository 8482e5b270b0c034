import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { participationPolicy } from './policy'
import { happenedOnProblem } from './rules'
import type { ParticipationForm } from './schema'

/** Writes down how a pupil joined in, or what was missed; it stays as it was written (6.2, P57). */
export function writeParticipation(
  actor: Actor,
  pupilId: string,
  form: ParticipationForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const { schoolId, membershipId } = actor
    const pupil = await tx.pupil.findFirst({ where: { id: pupilId }, select: { id: true } })
    if (!pupil || !participationPolicy.write(actor, { schoolId, pupilId }))
      throw new NotFound(`pupil ${pupilId}`)
    const problem = happenedOnProblem(form.happenedOn, schoolDay(now))
    if (problem) return refuse('happenedOn', problem)
    const id = v7()
    const written = await tx.participationNote.createMany({
      data: {
        ...{ schoolId, id, pupilId, writtenById: membershipId, writtenAt: now, formKey: form.formKey },
        ...{ happenedOn: toDateColumn(form.happenedOn), activity: form.activity, what: form.what },
        ...{ joined: form.joined, minutes: form.minutes, why: form.why, changed: form.changed },
      },
      skipDuplicates: true,
    })
    if (written.count > 0)
      await audit(tx, actor, { action: 'participation.written', subjectId: id, pupilId }, now)
    return { ok: true, value: null }
  })
}
