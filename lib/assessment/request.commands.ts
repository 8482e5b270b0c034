import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { cycleFor, holdCycle } from '@/lib/cycle/hold.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { staffOfPupil } from '@/lib/pupil/staff.reads'
import { assessmentProblem } from './own-words.rules'
import { assessmentPolicy } from './policy'
import type { RequestForm } from './request.schema'
import type { SourceKind } from './rules'

/** Asks a colleague who works with the pupil to say what they know; it waits on their Today until they do (6.45). */
export function askColleague(
  actor: Actor,
  cycleId: string,
  form: RequestForm,
  now: Date,
): Promise<Outcome<{ requestId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, assessmentPolicy.write)
    const problem = assessmentProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    const { schoolId, membershipId: askedById } = actor
    const { askedOfId, kind, words } = form
    const staff = await staffOfPupil(tx, cycle.pupilId, schoolDay(now))
    if (!staff.some(({ membershipId }) => membershipId === askedOfId))
      return refuse('askedOfId', 'Select someone who teaches or supports the pupil')
    const open = { schoolId, cycleId, askedOfId, kind, sourceId: null, withdrawnAt: null }
    const known = await tx.assessmentRequest.findFirst({ where: open, select: { id: true } })
    if (known) return { ok: true, value: { requestId: known.id } }
    const { id } = await tx.assessmentRequest.create({
      data: { schoolId, pupilId: cycle.pupilId, cycleId, kind, askedOfId, askedById, askedAt: now, words },
      select: { id: true },
    })
    const entry = { action: 'assessment.asked', subjectId: id, pupilId: cycle.pupilId } as const
    await audit(tx, actor, { ...entry, details: { kind } }, now)
    return { ok: true, value: { requestId: id } }
  })
}

/** Takes a request back that was not met; what was asked stays on the record. */
export function withdrawRequest(actor: Actor, requestId: string, now: Date): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const request = await tx.assessmentRequest.findFirst({
      where: { id: requestId },
      select: { cycleId: true },
    })
    if (!request) throw new NotFound(`request ${requestId}`)
    const cycle = await cycleFor(tx, actor, request.cycleId, assessmentPolicy.write)
    const { count } = await tx.assessmentRequest.updateMany({
      where: { id: requestId, sourceId: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
    if (count === 0) return refuse('form', 'This request is already met or taken back')
    const entry = { action: 'assessment.request-withdrawn', subjectId: requestId } as const
    await audit(tx, actor, { ...entry, pupilId: cycle.pupilId }, now)
    return { ok: true, value: null }
  })
}

/** What a colleague wrote meets what they were asked: the same kind, or the one thing they were asked for (6.45). */
export async function meetRequests(
  tx: SchoolTx,
  { membershipId }: Actor,
  source: { id: string; cycleId: string; kind: SourceKind },
): Promise<void> {
  const open = await tx.assessmentRequest.findMany({
    where: { cycleId: source.cycleId, askedOfId: membershipId, sourceId: null, withdrawnAt: null },
    select: { id: true, kind: true },
  })
  const met = open.find(({ kind }) => kind === source.kind) ?? (open.length === 1 ? open[0] : undefined)
  if (met) await tx.assessmentRequest.updateMany({ where: { id: met.id }, data: { sourceId: source.id } })
}
