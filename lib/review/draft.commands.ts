import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type CycleHeader, holdCycle } from '@/lib/cycle/hold.reads'
import { reviewProblem } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import {
  type Answers,
  careApart,
  draftAnswers,
  draftProblem,
  isChanged,
  overTheirs,
  roundAnswers,
  type SeenVersion,
  withAnswers,
} from './draft.rules'
import { reviewPolicy } from './policy'
import { careInSight } from './care.reads'
import { readDraft, type ReviewDraft } from './reads'

type Kept = { answers: Answers; before: ReviewDraft | null }

// The cycle is held for the transaction, so nobody saves the same draft between reading and writing it.
async function keep(tx: SchoolTx, actor: Actor, cycle: CycleHeader, kept: Kept, now: Date): Promise<number> {
  const { before } = kept
  const { pupilId, cycleId } = cycle
  const { care, rest } = careApart(kept.answers, await careInSight(tx, cycleId))
  const by = { savedById: actor.membershipId, savedAt: now }
  const saved = { answers: rest, ...by }
  for (const [provisionId, answers] of care)
    await tx.reviewCareDraft.upsert({
      where: { schoolId_provisionId: { schoolId: actor.schoolId, provisionId } },
      create: { schoolId: actor.schoolId, pupilId, cycleId, provisionId, answers, ...by },
      update: { answers, ...by },
    })
  if (before === null)
    await tx.reviewDraft.create({ data: { schoolId: actor.schoolId, pupilId, cycleId, ...saved } })
  else
    await tx.reviewDraft.updateMany({
      where: { schoolId: actor.schoolId, cycleId },
      data: { ...saved, version: { increment: 1 } },
    })
  await audit(tx, actor, { action: 'review.draft-saved', subjectId: cycleId, pupilId }, now)
  return (before?.version ?? 0) + 1
}

/** What became of a draft: the version it now has, and who saved it meanwhile where it was overtaken. */
export type DraftSaved = { version: number; savedBy: string | null }

/**
 * Keeps what is written of a review so far, whole or not: it does not count as held (6.53). Where somebody else saved
 * it since it was opened nothing is kept, and their name comes back with the version theirs has.
 */
export function saveReviewDraft(
  actor: Actor,
  cycleId: string,
  { version, knowsTheirs }: SeenVersion,
  values: Answers,
  now: Date,
): Promise<Outcome<DraftSaved>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, reviewPolicy.record)
    const before = await readDraft(tx, cycleId)
    const mine = draftAnswers(values)
    const answers = knowsTheirs && before ? overTheirs(before.answers, mine) : mine
    const problem = reviewProblem(cycle.stage) ?? draftProblem(answers)
    if (problem) return refuse('form', problem)
    if (before && before.version !== version)
      return { ok: true, value: { version: before.version, savedBy: before.savedBy } }
    const kept = await keep(tx, actor, cycle, { answers, before }, now)
    return { ok: true, value: { version: kept, savedBy: null } }
  })
}

/** One pupil of a round: whose draft, and the version the round was opened with. */
export type RoundPart = { cycleId: string } & SeenVersion

/** What became of one pupil's part of a round. */
export type RoundSaved = {
  cycleId: string
  version: number
  /** `elsewhere`: somebody else saved it since; their name says whom to ask. */
  is: 'saved' | 'unchanged' | 'elsewhere' | 'closed'
  savedBy: string | null
}

/**
 * Keeps each pupil's part of a round as that pupil's own draft: one that somebody else saved meanwhile, or whose cycle is
 * closed by now, is left as it is and the others are kept (6.54).
 */
export function saveRound(
  actor: Actor,
  parts: readonly RoundPart[],
  values: Answers,
  now: Date,
): Promise<Outcome<RoundSaved[]>> {
  return asActor(actor, async (tx) => {
    const saved: RoundSaved[] = []
    for (const { cycleId, version, knowsTheirs } of parts) {
      const cycle = await holdCycle(tx, actor, cycleId, reviewPolicy.record)
      const before = await readDraft(tx, cycleId)
      const kept = before?.answers ?? {}
      const lay = knowsTheirs ? overTheirs : withAnswers
      const answers = lay(kept, roundAnswers(values, cycleId))
      const problem = draftProblem(answers)
      if (problem) return refuse('form', problem)
      const current = { cycleId, version: before?.version ?? 0, savedBy: before?.savedBy ?? null }
      if (!isChanged(kept, answers)) saved.push({ ...current, is: 'unchanged' })
      else if (reviewProblem(cycle.stage)) saved.push({ ...current, is: 'closed' })
      else if (current.version !== version) saved.push({ ...current, is: 'elsewhere' })
      else {
        const next = await keep(tx, actor, cycle, { answers, before }, now)
        saved.push({ ...current, version: next, is: 'saved' })
      }
    }
    return { ok: true, value: saved }
  })
}
