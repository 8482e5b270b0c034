import type { IsoDate } from '@/lib/calendar/iso-date'
import { CLOSED, isDraft } from '@/lib/cycle/writing.rules'
import type { CycleStage } from '@/lib/cycle/rules'
import type { SourceKind } from './rules'

/** Whether these are a family's own words: they are added to, never altered (6.45). */
export const areOwnWords = (kind: SourceKind): boolean => kind === 'parent' || kind === 'pupil'

/** What a change to a family's words answers. */
export const OWN_WORDS =
  'These are their own words, so they stay as they were written. Add what they said later, or a note of yours beside them'

/** What a change to an assessment answers once a plan rests on it. */
export const RESTED_ON =
  'The plan is in force, so the assessment it rests on is kept as it was. What is new goes into Do notes and the review'

/** Why an assessment cannot be changed at this stage; null while the plan is a draft. */
export const assessmentProblem = (stage: CycleStage): string | null =>
  stage === 'closed' ? CLOSED : isDraft(stage) ? null : RESTED_ON

/**
 * Why a source cannot be added at this stage. What the plan rests on is kept as it was; but what the family says may be
 * heard late, and is then added with its own day until the cycle is closed (6.45, R06).
 */
export const sourceStageProblem = (kind: SourceKind, stage: CycleStage): string | null =>
  areOwnWords(kind) ? (stage === 'closed' ? CLOSED : null) : assessmentProblem(stage)

/** What a note of staff can stand beside: the parents' views, the pupil's, or a source. */
export type AnnotationAbout = 'parent-views' | 'pupil-views' | 'source'

/** A note that staff set beside a family's words (6.45). */
export type AnnotationLine = {
  readonly id: string
  readonly about: AnnotationAbout
  readonly sourceId: string | null
  readonly words: string
  readonly writtenBy: string
  readonly writtenOn: IsoDate
}

/** Where the pupil stood in one measure on a day. */
export type BaselineLine = {
  readonly id: string
  readonly measure: string
  readonly value: string
  readonly unit: string
  readonly measuredOn: IsoDate
  readonly writtenBy: string
}
