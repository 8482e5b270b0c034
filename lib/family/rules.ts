import type { AttachmentLine } from '@/lib/attachment/rules'
import { daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import type { ParentConsultation } from '@/lib/cycle/activation.rules'
import type { Wish } from '@/lib/outcome/long-term.rules'
import { type Measured, type PlanOutcome, progressOf, type Progress } from '@/lib/outcome/rules'
import type { ParentMeetingFormat } from '@/lib/parent-meeting/counting.rules'
import type { ParentMeetingStanding } from '@/lib/parent-meeting/rules'
import type { Role } from '@/lib/platform/actor'
import type { PlanProvision } from '@/lib/provision/rules'
import { compulsorySchoolAgeEnds } from '@/lib/pupil/rules'
import type { OutcomeRating, ProvisionDecision, ReviewDecision } from '@/lib/review/decision.rules'
import type { StatusKind } from '@/lib/sen-status/rules'

/** Someone at school as families say it: "Mr Whitfield", and with the first name where it is written down. */
export type SchoolPerson = {
  readonly id: string
  readonly name: string
  readonly fullName: string
  readonly role: Role
  readonly jobTitle: string | null
}

/** How far an aim has come: behind the line from start to target by more than a fifth of the way is slower. */
export type Pace = 'reached' | 'getting-there' | 'just-begun' | 'slower'

/** An outcome as a family reads it: no code, and how success is judged beside it (P92). */
export type Aim = {
  readonly id: string
  readonly willDo: string
  readonly measure: string | null
  readonly unit: string | null
  readonly baseline: string | null
  readonly baselineOn: IsoDate | null
  readonly latest: Measured | null
  readonly target: string | null
  readonly by: IsoDate | null
  readonly why: string | null
  /** Whose wish it is, and the long-term outcome it is a step to, where that was shared (P24). */
  readonly wish: Wish | null
  readonly stepTo: string | null
  readonly progress: Progress | null
  readonly pace: Pace | null
}

/** A provision as a family reads it: what, who, how long, how often, and how often it happened (P28, P67). */
export type Support = {
  readonly id: string
  readonly aimIds: readonly string[]
  readonly what: string
  /** A name, and whether they work at the school or come from outside it (P28). */
  readonly who: { readonly name: string; readonly fullName: string; readonly isFromSchool: boolean } | null
  readonly minutes: number | null
  readonly perWeek: number | null
  readonly groupSize: number | null
  readonly place: string | null
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  /** Ordinary good teaching where it is not beyond what others get (P01). */
  readonly additional: boolean
  readonly equipment: string | null
  readonly inPlaceOn: IsoDate | null
  /** Nothing noted yet where nothing happened and nothing was missed. */
  readonly happened: { readonly given: number; readonly notGiven: number; readonly planned: number | null }
}

/** The shared plan on one page, for a family and for its printed copy. */
export type SharedPlan = {
  readonly number: number
  readonly activatedOn: IsoDate | null
  readonly closedOn: IsoDate | null
  readonly reviewDue: IsoDate | null
  readonly responsible: SchoolPerson | null
  readonly aspirations: string | null
  readonly inEveryLesson: string | null
  readonly atHome: string | null
  readonly consultation: ParentConsultation | null
  readonly pupilViews: {
    readonly words: string
    readonly how: string | null
    readonly on: IsoDate | null
  } | null
  readonly aims: readonly Aim[]
  readonly support: readonly Support[]
}

/** A meeting that is held and may be read of, or booked and this parent is asked to it. */
export type FamilyMeeting = {
  readonly id: string
  readonly status: 'held' | 'booked'
  readonly on: IsoDate
  /** Whether it is one of the three; a booked one is not yet. */
  readonly counts: boolean
  /** This parent came, or was given the record, and it is written. */
  readonly mayRead: boolean
  /** This parent was there, or is asked to come. */
  readonly isMine: boolean
}

/** The next meeting this parent is asked to. */
export type NextMeeting = {
  readonly id: string
  readonly on: IsoDate
  readonly at: string | null
  readonly place: string | null
  readonly format: ParentMeetingFormat
  readonly minutes: number
  readonly with: readonly string[]
}

/** A Do note that staff shared with the parents. */
export type News = {
  readonly id: string
  readonly on: IsoDate
  readonly words: string
  readonly about: string | null
  readonly who: string
  /** Photos and files that hang on it. */
  readonly files: readonly AttachmentLine[]
}

/** The last review, with how each aim went and what was decided; what a parent said in it stays with them. */
export type SharedReview = {
  readonly heldOn: IsoDate
  readonly decision: ReviewDecision
  readonly decisionReason: string
  readonly support: string | null
  readonly aims: readonly { readonly id: string; readonly willDo: string; readonly rating: OutcomeRating }[]
  /** What was decided about each support, and why. */
  readonly supports: readonly {
    readonly id: string
    readonly what: string
    readonly decision: ProvisionDecision
    readonly reason: string
  }[]
  /** Until when the school watches, where SEN support ended at this review. */
  readonly watchedUntil: IsoDate | null
}

/** Whom a family can turn to: the school, and help that is not from the school (P94, P133, P137). */
export type Help = {
  readonly schoolName: string
  readonly officePhone: string | null
  readonly adviceName: string | null
  readonly adviceUrl: string | null
  readonly advicePhone: string | null
  readonly localOfferUrl: string | null
}

/** The child as the head of a family's page. */
export type Child = {
  readonly id: string
  readonly name: string
  readonly givenName: string
  readonly yearGroup: string | null
  readonly className: string | null
  readonly status: StatusKind | null
  readonly statusFrom: IsoDate | null
  /** In words, without codes. */
  readonly findsHard: readonly string[]
  readonly leftOn: IsoDate | null
  /** The last day on which the parents decided, once it has passed (1.12). */
  readonly decidesSince: IsoDate | null
}

/** Who answers, teaches and leads, as families turn to them (P31, P90, P94). */
export type SchoolPeople = {
  readonly teachers: readonly SchoolPerson[]
  readonly sencos: readonly SchoolPerson[]
  readonly heads: readonly SchoolPerson[]
}

export type MeetingsOfYear = {
  readonly standing: ParentMeetingStanding
  readonly meetings: readonly FamilyMeeting[]
}

/** The last day of compulsory school age, once it has passed: from then on the young person decides (1.12). */
export function parentsDecidedUntil(dateOfBirth: IsoDate, today: IsoDate): IsoDate | null {
  const ends = compulsorySchoolAgeEnds(dateOfBirth)
  return today > ends ? ends : null
}

const BEHIND = 0.2

type Measurable = Pick<PlanOutcome, 'baseline' | 'baselineOn' | 'target' | 'by' | 'latest'>

/** How an aim is going, on the day it was last measured, against a straight line from its start to its target. */
export function paceOf(outcome: Measurable): Pace | null {
  const progress = progressOf(outcome, outcome.latest)
  if (!progress || !outcome.latest) return null
  if (progress.state === 'reached') return 'reached'
  const share = (progress.now - progress.start) / (progress.target - progress.start)
  const { baselineOn, by, latest } = outcome
  if (baselineOn && by && baselineOn < by) {
    const gone = Math.min(1, daysBetween(baselineOn, latest.on) / daysBetween(baselineOn, by))
    if (share < gone - BEHIND) return 'slower'
  }
  return share > 0 ? 'getting-there' : 'just-begun'
}

/** An outcome of the plan without what is only for staff: its codes and versions. */
export const aimOf = (outcome: PlanOutcome): Aim => ({
  id: outcome.id,
  willDo: outcome.willDo,
  measure: outcome.measure,
  unit: outcome.unit,
  baseline: outcome.baseline,
  baselineOn: outcome.baselineOn,
  latest: outcome.latest,
  target: outcome.target,
  by: outcome.by,
  why: outcome.why,
  wish: outcome.wish,
  stepTo: outcome.longTerm?.willDo ?? null,
  progress: outcome.progress,
  pace: paceOf(outcome),
})

/** A provision of the plan with the giver as families say the name; someone in words is not of the school. */
export function supportOf(provision: PlanProvision, people: ReadonlyMap<string, SchoolPerson>): Support {
  const { given, partly, notGiven, planned } = provision.delivery
  const member = provision.deliveredById === null ? undefined : people.get(provision.deliveredById)
  const named =
    member ??
    (provision.deliverer === null ? null : { name: provision.deliverer, fullName: provision.deliverer })
  return {
    id: provision.id,
    aimIds: provision.outcomeIds,
    what: provision.what,
    who: named && {
      name: named.name,
      fullName: named.fullName,
      isFromSchool: !provision.fromOutside,
    },
    minutes: provision.minutes,
    perWeek: provision.perWeek,
    groupSize: provision.groupSize,
    place: provision.place,
    from: provision.from,
    until: provision.until,
    additional: provision.additional,
    equipment: provision.equipment,
    inPlaceOn: provision.inPlaceOn,
    happened: { given: given + partly, notGiven, planned },
  }
}
