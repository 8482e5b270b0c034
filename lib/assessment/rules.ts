import type { AttachmentLine } from '@/lib/attachment/rules'
import type { IsoDate } from '@/lib/calendar/iso-date'

/** What an assessment draws on, in the order of the Code (6.45): the words of the assessment_sources table. */
export const SOURCE_KINDS = [
  'teacher',
  'progress',
  'school-data',
  'other-subjects',
  'comparison',
  'parent',
  'pupil',
  'specialist',
] as const

export type SourceKind = (typeof SOURCE_KINDS)[number]

/** How a pupil's views came to be known, and that they were asked for and not given (6.45, domain.md 7.3). */
export const VIEWS_HOW = ['talked', 'wrote', 'drew', 'symbols', 'supporter', 'observed', 'declined'] as const

export type ViewsHow = (typeof VIEWS_HOW)[number]

/** Why something cannot have been said on this day. */
export const saidOnProblem = (saidOn: IsoDate, today: IsoDate): string | null =>
  saidOn > today ? 'The day it was said must be today or in the past' : null

/** As much of an assessment as tells whether it is complete. */
export type AssessmentParts = {
  readonly kinds: readonly SourceKind[]
  readonly parentViews: string | null
  readonly pupilViews: string | null
  readonly pupilViewsHow: ViewsHow | null
  readonly strengths: string | null
  readonly barriers: string | null
  readonly summary: string | null
}

/**
 * Whose views an assessment is without (6.45, R06). A source of the parents or the pupil is views too, and of the pupil
 * "declined" or "observed", written down, is an answer.
 */
export function viewsGaps({
  kinds,
  parentViews,
  pupilViews,
  pupilViewsHow,
}: Pick<AssessmentParts, 'kinds' | 'parentViews' | 'pupilViews' | 'pupilViewsHow'>): (
  'parentViews' | 'pupilViews'
)[] {
  const parent = parentViews !== null || kinds.includes('parent')
  const pupil = pupilViews !== null || pupilViewsHow === 'declined' || kinds.includes('pupil')
  return [...(parent ? [] : ['parentViews' as const]), ...(pupil ? [] : ['pupilViews' as const])]
}

/** One thing an assessment still lacks, and the paragraph that asks for it; it advises and stops nothing. */
export type AssessmentGap = { part: string; paragraph: string; message: string }

/**
 * What an assessment still lacks (6.45): the parent's and the pupil's views (R06), the teacher's own, strengths,
 * barriers and the summary. "Declined" or "observed", written down, satisfies for the pupil.
 */
export function assessmentGaps(parts: AssessmentParts): AssessmentGap[] {
  const { kinds } = parts
  const views = viewsGaps(parts)
  const gaps: AssessmentGap[] = []
  const lacks = (part: string, message: string) => gaps.push({ part, paragraph: '6.45', message })
  if (!kinds.includes('teacher')) lacks('teacher', 'The teacher’s own assessment and experience of the pupil')
  if (views.includes('parentViews')) lacks('parentViews', 'The parents’ views and experience')
  if (views.includes('pupilViews')) lacks('pupilViews', 'The pupil’s own views')
  if (parts.strengths === null) lacks('strengths', 'What the pupil does well')
  if (parts.barriers === null) lacks('barriers', 'What gets in the way')
  if (parts.summary === null) lacks('summary', 'A summary of the need')
  return gaps
}

/** A source as the Assess page shows it: who said what, when, who wrote it down, and who may read it. */
export type SourceLine = {
  readonly id: string
  readonly version: number
  readonly kind: SourceKind
  readonly saidBy: string
  readonly saidOn: IsoDate
  readonly words: string
  readonly writtenBy: string
  readonly writtenById: string
  readonly isShared: boolean
  /** How many photos and files hang on it. */
  readonly files: number
}

/** A source that was shared with the parents, and the files that hang on it. */
export type SharedSource = Pick<SourceLine, 'id' | 'kind' | 'saidBy' | 'saidOn' | 'words'> & {
  readonly files: readonly AttachmentLine[]
}

/** What is written of an assessment so far; `version` 0 says that nothing is. */
export type AssessmentRecord = {
  readonly version: number
  readonly strengths: string | null
  readonly barriers: string | null
  readonly summary: string | null
  readonly parentViews: string | null
  readonly parentViewsFrom: string | null
  readonly parentViewsOn: IsoDate | null
  readonly pupilViews: string | null
  readonly pupilViewsHow: ViewsHow | null
  readonly pupilViewsOn: IsoDate | null
}
