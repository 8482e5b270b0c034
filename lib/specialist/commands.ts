import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import type { Outcome } from '@/lib/platform/outcome'
import { specialistPolicy } from './policy'
import { dayProblems } from './rules'
import type { SpecialistForm } from './schema'

async function mayRecord(tx: SchoolTx, actor: Actor, pupilId: string): Promise<void> {
  const subject = { schoolId: actor.schoolId, pupilId }
  const pupil = await tx.pupil.findUnique({
    where: { schoolId_id: { schoolId: actor.schoolId, id: pupilId } },
    select: { id: true },
  })
  if (!pupil || !specialistPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  if (!specialistPolicy.record(actor, subject))
    throw new NotAllowed(`record a specialist of pupil ${pupilId}`)
}

const columns = (form: SpecialistForm) => ({
  service: form.service,
  personRole: form.personRole,
  askedFor: form.askedFor,
  parentsSaid: form.parentsSaid,
  agreed: form.agreed,
  parentsInvolvedOn: toDateColumn(form.parentsInvolvedOn),
  requestedOn: toDateColumn(form.requestedOn),
  firstSeenOn: toDateColumnOrNull(form.firstSeenOn),
  reportReceivedOn: toDateColumnOrNull(form.reportReceivedOn),
  sharedWithParentsOn: toDateColumnOrNull(form.sharedWithParentsOn),
  sharedWithStaffOn: toDateColumnOrNull(form.sharedWithStaffOn),
})

/** Records that a specialist was asked, with the parents' part in the decision, and shares it with them (6.59). */
export function recordSpecialist(
  actor: Actor,
  pupilId: string,
  form: SpecialistForm,
  now: Date,
): Promise<Outcome<{ specialistId: string }>> {
  return asActor(actor, async (tx) => {
    await mayRecord(tx, actor, pupilId)
    const problems = dayProblems(form, schoolDay(now))
    if (problems.length > 0) return { ok: false, problems }
    const { id } = await tx.specialistInvolvement.create({
      data: {
        ...columns(form),
        ...{ schoolId: actor.schoolId, pupilId },
        ...{ recordedById: actor.membershipId, recordedAt: now, sharedAt: now },
      },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'specialist.recorded', subjectId: id, pupilId }, now)
    return { ok: true, value: { specialistId: id } }
  })
}

/** Adds what came of it: seen, report, shared with whom, what was agreed (6.59, 6.62). */
export function changeSpecialist(
  actor: Actor,
  at: { pupilId: string; specialistId: string; version: number },
  form: SpecialistForm,
  now: Date,
): Promise<Outcome<null>> {
  const { pupilId, specialistId: id, version } = at
  return asActor(actor, async (tx) => {
    await mayRecord(tx, actor, pupilId)
    const there = await tx.specialistInvolvement.count({ where: { id, pupilId } })
    if (there === 0) throw new NotFound(`specialist ${id}`)
    const problems = dayProblems(form, schoolDay(now))
    if (problems.length > 0) return { ok: false, problems }
    const { count } = await tx.specialistInvolvement.updateMany({
      where: { schoolId: actor.schoolId, id, version },
      data: { ...columns(form), version: { increment: 1 } },
    })
    if (count === 0) throw new ChangedElsewhere(`specialist ${id}`)
    await audit(tx, actor, { action: 'specialist.changed', subjectId: id, pupilId }, now)
    return { ok: true, value: null }
  })
}
