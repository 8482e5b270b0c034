import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { type CycleHeader, type CyclePlace, openCycle, openToWrite } from '@/lib/cycle/hold.reads'
import { isDraft } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { readReview } from '@/lib/review/reads'
import type { ReviewRecord } from '@/lib/review/record.rules'
import { assessmentPolicy } from './policy'
import { readAssessment, readSources } from './reads'
import { type AssessmentGap, assessmentGaps, type AssessmentRecord, type SourceLine } from './rules'

export type AssessPage = {
  cycle: CycleHeader
  assessment: AssessmentRecord
  sources: (SourceLine & { mayCorrect: boolean })[]
  /** What the last review said: the next cycle opens with it (6.44). */
  lastReview: ReviewRecord | null
  gaps: AssessmentGap[]
  mayContribute: boolean
  mayWrite: boolean
}

/** The Assess page of a cycle: what is known, who said it, and what is still missing (6.45). */
export function getAssess(actor: Actor, place: CyclePlace, now: Date): Promise<AssessPage> {
  return asActor(actor, async (tx) => {
    const cycle = await openCycle(tx, actor, place, 'assess', now)
    const draft = isDraft(cycle.stage)
    const assessment = await readAssessment(tx, cycle.cycleId)
    const sources = await readSources(tx, cycle.cycleId)
    return {
      cycle,
      assessment,
      sources: sources.map((source) => ({
        ...source,
        mayCorrect: draft && assessmentPolicy.correct(actor, cycle, source),
      })),
      lastReview: cycle.previousId === null ? null : await readReview(tx, cycle.previousId),
      gaps: assessmentGaps({ ...assessment, kinds: sources.map(({ kind }) => kind) }),
      mayContribute: draft && assessmentPolicy.contribute(actor, cycle),
      mayWrite: draft && assessmentPolicy.write(actor, cycle),
    }
  })
}

export type AssessmentPart = { cycle: CycleHeader; assessment: AssessmentRecord; today: IsoDate }

/** One part of the assessment as a teacher of the pupil changes it. */
export function getAssessmentPart(actor: Actor, place: CyclePlace, now: Date): Promise<AssessmentPart> {
  return asActor(actor, async (tx) => {
    const cycle = await openToWrite(
      tx,
      actor,
      place,
      'assess',
      now,
      (found) => isDraft(found.stage) && assessmentPolicy.write(actor, found),
    )
    return { cycle, assessment: await readAssessment(tx, cycle.cycleId), today: schoolDay(now) }
  })
}

export type SourcePart = { cycle: CycleHeader; source: SourceLine | null; today: IsoDate }

/** A new source, or one as whoever wrote it puts it right. */
export function getSource(
  actor: Actor,
  place: CyclePlace,
  sourceId: string | null,
  now: Date,
): Promise<SourcePart> {
  return asActor(actor, async (tx) => {
    const cycle = await openToWrite(
      tx,
      actor,
      place,
      'assess',
      now,
      (found) => isDraft(found.stage) && assessmentPolicy.contribute(actor, found),
    )
    const today = schoolDay(now)
    if (sourceId === null) return { cycle, source: null, today }
    const source = (await readSources(tx, cycle.cycleId)).find(({ id }) => id === sourceId)
    if (!source || !assessmentPolicy.correct(actor, cycle, source)) throw new NotFound(`source ${sourceId}`)
    return { cycle, source, today }
  })
}
