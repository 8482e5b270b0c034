import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type CycleHeader, cycleFor, holdCycle } from '@/lib/cycle/hold.reads'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { assessmentPolicy } from './policy'
import { areOwnWords, assessmentProblem, OWN_WORDS, sourceStageProblem } from './own-words.rules'
import { meetRequests } from './request.commands'
import { saidOnProblem, type SourceKind } from './rules'
import type { ParentViewsForm, PupilViewsForm, SourceForm, SummaryForm } from './schema'

const columnsOf = ({ kind, saidBy, saidOn, words, audience }: SourceForm, now: Date) => ({
  kind,
  saidBy,
  words,
  saidOn: toDateColumn(saidOn),
  sharedAt: audience === 'parents' ? now : null,
})

function sourceProblem(form: SourceForm, cycle: CycleHeader, today: IsoDate): Problem | null {
  const problem = sourceStageProblem(form.kind, cycle.stage)
  if (problem) return { field: 'form', message: problem }
  const message = saidOnProblem(form.saidOn, today)
  return message ? { field: 'saidOn', message } : null
}

/** Adds one source to an assessment: who said what, and when (6.45). Saved twice at once, it is there once. */
export function addSource(
  actor: Actor,
  cycleId: string,
  form: SourceForm,
  now: Date,
): Promise<Outcome<{ sourceId: string }>> {
  return asActor(actor, async (tx) => {
    // An assistant may not hold the cycle's row, so two taps of one person wait for each other here.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${cycleId}, 45))`
    const cycle = await cycleFor(tx, actor, cycleId, assessmentPolicy.contribute)
    const problem = sourceProblem(form, cycle, schoolDay(now))
    if (problem) return { ok: false, problems: [problem] }
    const { sharedAt, ...said } = columnsOf(form, now)
    const same = { ...said, schoolId: actor.schoolId, cycleId, writtenById: actor.membershipId }
    const known = await tx.assessmentSource.findFirst({ where: same, select: { id: true } })
    if (known) return { ok: true, value: { sourceId: known.id } }
    const source = await tx.assessmentSource.create({ data: { ...same, sharedAt, pupilId: cycle.pupilId } })
    await meetRequests(tx, actor, { id: source.id, cycleId, kind: form.kind })
    const entry = { action: 'assessment.source-added', subjectId: source.id, pupilId: cycle.pupilId } as const
    await audit(tx, actor, { ...entry, details: { kind: form.kind, audience: form.audience } }, now)
    return { ok: true, value: { sourceId: source.id } }
  })
}

/** Puts a source right while the plan is still being made; whoever wrote it first stays named. */
export function changeSource(
  actor: Actor,
  sourceId: string,
  version: number,
  form: SourceForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const source = await tx.assessmentSource.findFirst({
      where: { id: sourceId },
      select: { cycleId: true, kind: true, writtenById: true, sharedAt: true },
    })
    if (!source) throw new NotFound(`source ${sourceId}`)
    const cycle = await cycleFor(tx, actor, source.cycleId, assessmentPolicy.contribute)
    if (!assessmentPolicy.correct(actor, cycle, source)) throw new NotAllowed(`correct source ${sourceId}`)
    if (areOwnWords(source.kind as SourceKind)) return refuse('form', OWN_WORDS)
    const draft = assessmentProblem(cycle.stage)
    if (draft) return refuse('form', draft)
    const problem = sourceProblem(form, cycle, schoolDay(now))
    if (problem) return { ok: false, problems: [problem] }
    // Shared before and shared still: it keeps the moment parents could first read it.
    const columns = columnsOf(form, now)
    const sharedAt = columns.sharedAt && (source.sharedAt ?? columns.sharedAt)
    const changed = await tx.assessmentSource.updateMany({
      where: { schoolId: actor.schoolId, id: sourceId, version },
      data: { ...columns, sharedAt, version: { increment: 1 } },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`source ${sourceId}`)
    const entry = {
      action: 'assessment.source-changed',
      subjectId: sourceId,
      pupilId: cycle.pupilId,
    } as const
    await audit(tx, actor, { ...entry, details: { kind: form.kind, audience: form.audience } }, now)
    return { ok: true, value: null }
  })
}

type Parts = NonNullable<Parameters<SchoolTx['assessment']['updateMany']>[0]>['data']

type Said = { field: 'parentViewsOn' | 'pupilViewsOn'; on: IsoDate | null; own: 'parentViews' | 'pupilViews' }

// One row a cycle: the first page to be kept makes it, and `version` 0 says that there was none yet.
function keep(
  actor: Actor,
  cycleId: string,
  version: number,
  parts: Parts,
  now: Date,
  said?: Said,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, assessmentPolicy.write)
    const problem = assessmentProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    const tooLate = said?.on && saidOnProblem(said.on, schoolDay(now))
    if (said && tooLate) return refuse(said.field, tooLate)
    const own = { schoolId: actor.schoolId, cycleId }
    // A family's words stay as they were written: they are added to (6.45).
    if (said && (await tx.assessment.count({ where: { ...own, [said.own]: { not: null } } })) > 0)
      return refuse('form', OWN_WORDS)
    if (version === 0)
      await tx.assessment.createMany({
        data: { ...own, pupilId: cycle.pupilId, version: 0 },
        skipDuplicates: true,
      })
    const kept = await tx.assessment.updateMany({
      where: { ...own, version },
      data: { ...parts, version: { increment: 1 } },
    })
    if (kept.count === 0) throw new ChangedElsewhere(`assessment of cycle ${cycleId}`)
    const entry = { action: 'assessment.kept', subjectId: cycleId, pupilId: cycle.pupilId } as const
    await audit(tx, actor, { ...entry, details: { fields: Object.keys(parts) } }, now)
    return { ok: true, value: null }
  })
}

/** Keeps the parents' views: whose, when, in which words (6.45). */
export function saveParentViews(
  actor: Actor,
  cycleId: string,
  version: number,
  form: ParentViewsForm,
  now: Date,
): Promise<Outcome<null>> {
  const on = form.parentViewsOn
  const parts = { ...form, parentViewsOn: toDateColumnOrNull(on) }
  return keep(actor, cycleId, version, parts, now, { field: 'parentViewsOn', on, own: 'parentViews' })
}

/** Keeps the pupil's views, and how they were gathered (6.45). */
export function savePupilViews(
  actor: Actor,
  cycleId: string,
  version: number,
  form: PupilViewsForm,
  now: Date,
): Promise<Outcome<null>> {
  const on = form.pupilViewsOn
  const parts = { ...form, pupilViewsOn: toDateColumnOrNull(on) }
  return keep(actor, cycleId, version, parts, now, { field: 'pupilViewsOn', on, own: 'pupilViews' })
}

/** Keeps strengths, barriers and the summary of need (6.45). */
export const saveSummary = (
  actor: Actor,
  cycleId: string,
  version: number,
  form: SummaryForm,
  now: Date,
): Promise<Outcome<null>> => keep(actor, cycleId, version, form, now)
