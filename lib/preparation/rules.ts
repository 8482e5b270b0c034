import type { IsoDate } from '@/lib/calendar/iso-date'
import type { MeasuredOutcome } from '@/lib/measurement/rules'
import type { MeetingRecordView } from '@/lib/parent-meeting/line.rules'
import type { ParentPoint } from '@/lib/parent-point/rules'

/** How a pupil's views were gathered before a meeting (6.70). */
export const GATHERED_HOW = ['talked', 'drawn', 'written', 'symbols', 'watched'] as const

export type GatheredHow = (typeof GATHERED_HOW)[number]

/** What a pupil wants said, in their own words, with the day and who heard them (6.70). */
export type PupilView = {
  readonly id: string
  readonly words: string
  readonly how: GatheredHow
  /** Who helped them say it. */
  readonly with: string | null
  readonly on: IsoDate
  readonly recordedBy: string
  readonly isShared: boolean
}

/** What still has to be done before a meeting is prepared, in the order it is done. */
export const STEPS = ['leader', 'invite', 'answers', 'parents', 'pupil', 'papers'] as const

export type Step = (typeof STEPS)[number]

export type StepFacts = {
  readonly hasLeader: boolean
  readonly asked: number
  readonly invited: number
  readonly answered: number
  readonly points: number
  readonly views: number
  /** The pupil comes themselves, so speaks for themselves. */
  readonly pupilComes: boolean
  readonly hasPapers: boolean
}

/** What is still open before a meeting (6.67, 6.70; P75 to P80); none of it stops the meeting. */
export function stepsOpen(facts: StepFacts): Step[] {
  const { asked, invited, answered } = facts
  const isOpen: Record<Step, boolean> = {
    leader: !facts.hasLeader,
    invite: invited < asked,
    answers: invited > 0 && answered < invited,
    parents: asked > 0 && facts.points === 0,
    pupil: facts.views === 0 && !facts.pupilComes,
    papers: !facts.hasPapers,
  }
  return STEPS.filter((step) => isOpen[step])
}

/** School days before a meeting from which it stands on Today while it is not prepared (ours, not the Code's). */
export const PREPARE_WITHIN_SCHOOL_DAYS = 5

/** What was agreed the last time there was a meeting with a record. */
export type LastTime = { readonly on: IsoDate; readonly record: MeetingRecordView }

/** What both sides of a meeting prepare with. */
export type Sheet = {
  readonly outcomes: readonly MeasuredOutcome[]
  readonly notes: readonly {
    readonly id: string
    readonly on: IsoDate
    readonly words: string
    readonly who: string
  }[]
  readonly last: LastTime | null
  readonly points: readonly ParentPoint[]
  /** Brought to earlier meetings: kept from visit to visit (P80). */
  readonly earlier: readonly ParentPoint[]
  readonly views: readonly PupilView[]
}
