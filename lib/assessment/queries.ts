import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { type CycleHeader, type CyclePlace, openCycle, openToWrite } from '@/lib/cycle/hold.reads'
import { isDraft } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { observationsSince, type ObservationLine } from '@/lib/observation/reads'
import { fromDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { readReview } from '@/lib/review/reads'
import type { ReviewRecord } from '@/lib/review/record.rules'
import { openQuestionPolicy } from '@/lib/open-question/policy'
import { questionsOf } from '@/lib/open-question/reads'
import type { OpenQuestion } from '@/lib/open-question/rules'
import type { PupilNeed, StaffOfPupil } from '@/lib/pupil/header.rules'
import { pupilHeader } from '@/lib/pupil/reads'
import { staffOfPupil } from '@/lib/pupil/staff.reads'
import { senStatusPolicy } from '@/lib/sen-status/policy'
import { specialistPolicy } from '@/lib/specialist/policy'
import { specialistsOf } from '@/lib/specialist/reads'
import type { SpecialistLine } from '@/lib/specialist/rules'
import { suggestionPolicy } from '@/lib/suggestion/policy'
import { suggestionsOf } from '@/lib/suggestion/reads'
import type { SuggestionLine } from '@/lib/suggestion/rules'
import { annotationsOf, baselinesOf } from './beside.reads'
import { type AnnotationLine, areOwnWords, type BaselineLine } from './own-words.rules'
import { assessmentPolicy } from './policy'
import { requestsOf } from './request.reads'
import { notYetHeard, type RequestLine } from './request.rules'
import { readAssessment, readSources } from './reads'
import { type AssessmentGap, assessmentGaps, type AssessmentRecord, type SourceLine } from './rules'

export type AssessPage = {
  cycle: CycleHeader
  assessment: AssessmentRecord
  sources: (SourceLine & { mayCorrect: boolean })[]
  /** What the last review said: the next cycle opens with it (6.44). */
  lastReview: ReviewRecord | null
  gaps: AssessmentGap[]
  requests: RequestLine[]
  /** Colleagues who work with the pupil and have said nothing yet: not asked, and asked (6.45). */
  heard: { silent: StaffOfPupil[]; asked: StaffOfPupil[] }
  staff: StaffOfPupil[]
  annotations: AnnotationLine[]
  baselines: BaselineLine[]
  questions: OpenQuestion[]
  /** Which extra help the parents think would work (P19). */
  suggestions: SuggestionLine[]
  maySuggest: boolean
  needs: PupilNeed[]
  /** What was seen since the cycle before began, or ever: it feeds this assessment (6.46; P41). */
  observations: ObservationLine[]
  mayContribute: boolean
  mayWrite: boolean
  /** What the family says may be added late, until the cycle is closed. */
  mayAddViews: boolean
  mayAsk: boolean
  mayChangeNeeds: boolean
  /** Specialists who were asked, with their advice: each by the age of the report (P16). */
  specialists: SpecialistLine[]
  mayOpenSpecialists: boolean
  today: IsoDate
}

async function beganBefore(tx: SchoolTx, { previousId }: CycleHeader): Promise<IsoDate | null> {
  if (previousId === null) return null
  const before = await tx.cycle.findFirst({ where: { id: previousId }, select: { startedOn: true } })
  return before && fromDateColumn(before.startedOn)
}

/** The Assess page of a cycle: what is known, who said it, and what is still missing (6.45). */
export function getAssess(actor: Actor, place: CyclePlace, now: Date): Promise<AssessPage> {
  return asActor(actor, async (tx) => {
    const cycle = await openCycle(tx, actor, place, 'assess', now)
    const draft = isDraft(cycle.stage)
    const assessment = await readAssessment(tx, cycle.cycleId)
    const sources = await readSources(tx, cycle.cycleId)
    const requests = await requestsOf(tx, cycle.cycleId)
    const today = schoolDay(now)
    const staff = await staffOfPupil(tx, cycle.pupilId, today)
    return {
      cycle,
      assessment,
      sources: sources.map((source) => ({
        ...source,
        mayCorrect: draft && !areOwnWords(source.kind) && assessmentPolicy.correct(actor, cycle, source),
      })),
      lastReview: cycle.previousId === null ? null : await readReview(tx, cycle.previousId),
      gaps: assessmentGaps({ ...assessment, kinds: sources.map(({ kind }) => kind) }),
      requests,
      staff,
      heard: notYetHeard(staff, { wrote: sources.map(({ writtenById }) => writtenById), requests }),
      annotations: await annotationsOf(tx, cycle.cycleId),
      baselines: await baselinesOf(tx, cycle.cycleId),
      questions: await questionsOf(tx, cycle.pupilId),
      suggestions: await suggestionsOf(tx, { cycleId: cycle.cycleId }),
      maySuggest: cycle.stage !== 'closed' && suggestionPolicy.write(actor, cycle),
      needs: (await pupilHeader(tx, cycle.pupilId, today))?.needs ?? [],
      mayAddViews: cycle.stage !== 'closed' && assessmentPolicy.contribute(actor, cycle),
      mayAsk: openQuestionPolicy.ask(actor, cycle),
      mayChangeNeeds: senStatusPolicy.decide(actor, cycle),
      today,
      specialists: await specialistsOf(tx, cycle.pupilId),
      mayOpenSpecialists: specialistPolicy.record(actor, cycle),
      observations: await observationsSince(tx, cycle.pupilId, await beganBefore(tx, cycle)),
      mayContribute: draft && assessmentPolicy.contribute(actor, cycle),
      mayWrite: draft && assessmentPolicy.write(actor, cycle),
    }
  })
}

export type AssessmentPart = { cycle: CycleHeader; assessment: AssessmentRecord; today: IsoDate }

/** One part of the assessment as a teacher of the pupil changes it. */
export function getAssessmentPart(
  actor: Actor,
  place: CyclePlace,
  now: Date,
  own?: 'parentViews' | 'pupilViews',
): Promise<AssessmentPart> {
  return asActor(actor, async (tx) => {
    const cycle = await openToWrite(
      tx,
      actor,
      place,
      'assess',
      now,
      (found) => isDraft(found.stage) && assessmentPolicy.write(actor, found),
    )
    const assessment = await readAssessment(tx, cycle.cycleId)
    // A family's words are not there to be changed once they are written (6.45).
    if (own && assessment[own] !== null) throw new NotFound(`${own} of cycle ${cycle.cycleId}`)
    return { cycle, assessment, today: schoolDay(now) }
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
      // What the family says may be written down late; the command says of what.
      (found) => found.stage !== 'closed' && assessmentPolicy.contribute(actor, found),
    )
    const today = schoolDay(now)
    if (sourceId === null) return { cycle, source: null, today }
    const source = (await readSources(tx, cycle.cycleId)).find(({ id }) => id === sourceId)
    const isOpen = source && isDraft(cycle.stage) && !areOwnWords(source.kind)
    if (!source || !isOpen || !assessmentPolicy.correct(actor, cycle, source))
      throw new NotFound(`source ${sourceId}`)
    return { cycle, source, today }
  })
}
