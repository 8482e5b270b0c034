import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { TermCalendar } from '@/lib/calendar/school-days'
import { onRegisterSince } from '@/lib/cycle/due.rules'
import type { CycleLine } from '@/lib/cycle/reads'
import { isInForce } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { reviewPolicy } from '@/lib/review/policy'
import type { ReviewedPupil } from '@/lib/review/progress.rules'
import { duePrompt, planPrompt, type ReviewPrompt, slowPrompt, viewsPrompt } from '@/lib/review/prompts.words'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import type { StatusPeriod } from '@/lib/sen-status/rules'
import { specialistPolicy } from '@/lib/specialist/policy'
import type { SpecialistLine } from '@/lib/specialist/rules'
import { stepDownPolicy } from '@/lib/step-down/policy'
import type { SteppedDown } from '@/lib/step-down/reads'
import type { PupilHeader } from './header.rules'

/** What a pupil's page says about reviews, specialists and the time after SEN support. */
export type ReviewPart = {
  prompts: ReviewPrompt[]
  /** Reviews held this school year, beside the meetings (P64). */
  reviewsThisYear: number
  specialists: SpecialistLine[]
  steppedDown: SteppedDown | null
  mayRecord: boolean
  mayRecordSpecialist: boolean
  mayCheck: boolean
  mayTell: boolean
}

type Known = {
  pupil: PupilHeader
  cycles: readonly CycleLine[]
  reviewed: readonly ReviewedPupil[]
  statuses: readonly StatusPeriod[]
  specialists: SpecialistLine[]
  steppedDown: SteppedDown | null
  /** This year's, and with the year before it: a request may have gone out before the summer. */
  thisYear: SchoolYearCalendar
  since: TermCalendar
}

/** The part of a pupil's page that is about reviews, from what the page has read (6.53 to 6.59). */
export function reviewPart(
  actor: Actor,
  { pupil, cycles, reviewed: [reviewed], statuses, specialists, steppedDown, thisYear, since }: Known,
  today: IsoDate,
): ReviewPart {
  const subject = { schoolId: pupil.schoolId, pupilId: pupil.id }
  const [latest] = cycles
  const open = latest && latest.stage !== 'closed' ? latest : null
  const due = open && { ...open, isInForce: isInForce(open.stage) }
  const last = cycles.find(({ stage }) => stage === 'closed')
  const waiting = {
    onRegisterSince: onRegisterSince(statuses, today),
    lastReviewOn: last?.review?.heldOn ?? last?.closedOn ?? null,
    stage: open?.stage ?? null,
    openCycleId: open?.id ?? null,
  }
  const prompts = [
    planPrompt(waiting, { calendar: since, today }),
    duePrompt(due, { calendar: thisYear, today }),
    reviewed ? slowPrompt(reviewed, { calendar: since, today }) : null,
    reviewed ? viewsPrompt(reviewed) : null,
  ]
  return {
    prompts: prompts.filter((prompt) => prompt !== null),
    reviewsThisYear: cycles.filter(({ review }) => review && review.heldOn >= thisYear.year.firstDay).length,
    specialists,
    steppedDown,
    mayRecord: reviewPolicy.record(actor, subject),
    mayRecordSpecialist: specialistPolicy.record(actor, subject) && pupil.status !== null,
    mayCheck: stepDownPolicy.check(actor, subject),
    mayTell: stepDownPolicy.lead(actor, subject),
  }
}
