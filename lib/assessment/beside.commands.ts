import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { cycleFor, holdCycle } from '@/lib/cycle/hold.reads'
import { CLOSED } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { type AnnotationAbout, assessmentProblem } from './own-words.rules'
import { assessmentPolicy } from './policy'
import type { AnnotationForm, BaselineForm } from './request.schema'
import { saidOnProblem } from './rules'

/** What a note stands beside: what the parents or the pupil say, or a source by its id. */
export type Beside = { about: AnnotationAbout; sourceId: string | null }

async function isThere(tx: SchoolTx, cycleId: string, { about, sourceId }: Beside): Promise<boolean> {
  if (about === 'source')
    return sourceId !== null && (await tx.assessmentSource.count({ where: { id: sourceId, cycleId } })) > 0
  const part = about === 'parent-views' ? 'parentViews' : 'pupilViews'
  return (await tx.assessment.count({ where: { cycleId, [part]: { not: null } } })) > 0
}

/** Sets a note of staff beside a family's words, which stay as they are; sent twice, it is there once (6.45). */
export function annotate(
  actor: Actor,
  cycleId: string,
  beside: Beside,
  { words }: AnnotationForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await cycleFor(tx, actor, cycleId, assessmentPolicy.contribute)
    if (cycle.stage === 'closed') return refuse('form', CLOSED)
    if (!(await isThere(tx, cycleId, beside))) throw new NotFound(`words to annotate in cycle ${cycleId}`)
    await onePupilAtATime(tx, cycle.pupilId)
    const { schoolId, membershipId: writtenById } = actor
    const note = { schoolId, cycleId, pupilId: cycle.pupilId, ...beside, words, writtenById }
    if ((await tx.assessmentAnnotation.count({ where: note })) > 0) return { ok: true, value: null }
    const { id } = await tx.assessmentAnnotation.create({
      data: { ...note, writtenAt: now },
      select: { id: true },
    })
    const entry = { action: 'assessment.annotated', subjectId: id, pupilId: cycle.pupilId } as const
    await audit(tx, actor, { ...entry, details: { about: beside.about } }, now)
    return { ok: true, value: null }
  })
}

/** Writes down where the pupil stands in one measure; a later result stands beside it (6.45, 9.66). */
export function addBaseline(
  actor: Actor,
  cycleId: string,
  form: BaselineForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, assessmentPolicy.write)
    const problem = assessmentProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    if (saidOnProblem(form.measuredOn, schoolDay(now)))
      return refuse('measuredOn', 'The day it was measured must be today or in the past')
    const { schoolId, membershipId: writtenById } = actor
    const { measure, value, unit } = form
    const measuredOn = toDateColumn(form.measuredOn)
    const taken = { schoolId, cycleId, pupilId: cycle.pupilId, measure, value, unit, measuredOn, writtenById }
    if ((await tx.assessmentBaseline.count({ where: taken })) > 0) return { ok: true, value: null }
    const { id } = await tx.assessmentBaseline.create({
      data: { ...taken, writtenAt: now },
      select: { id: true },
    })
    const entry = { action: 'assessment.baseline-added', subjectId: id, pupilId: cycle.pupilId } as const
    await audit(tx, actor, entry, now)
    return { ok: true, value: null }
  })
}
