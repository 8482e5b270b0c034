import { assessmentPolicy } from '@/lib/assessment/policy'
import { classCheckPolicy } from '@/lib/class-check/policy'
import { concernPolicy } from '@/lib/concern/policy'
import { cyclePolicy } from '@/lib/cycle/policy'
import { earlyDiscussionPolicy } from '@/lib/early-discussion/policy'
import { invitationPolicy } from '@/lib/invitation/policy'
import { openQuestionPolicy } from '@/lib/open-question/policy'
import { doNotePolicy } from '@/lib/do-note/policy'
import { outcomePolicy } from '@/lib/outcome/policy'
import { parentMeetingPolicy } from '@/lib/parent-meeting/policy'
import { parentNotificationPolicy } from '@/lib/parent-notification/policy'
import type { Actor, PupilSubject } from '@/lib/platform/actor'
import { preparationPolicy } from '@/lib/preparation/policy'
import { recordQuestionPolicy } from '@/lib/record-question/policy'
import { readReceiptPolicy } from '@/lib/read-receipt/policy'
import { trainingPolicy } from '@/lib/training/policy'
import { reviewPolicy } from '@/lib/review/policy'
import { specialistPolicy } from '@/lib/specialist/policy'
import { stepDownPolicy } from '@/lib/step-down/policy'
import type { FlagKind } from './rules'

type May = (actor: Actor, subject: PupilSubject) => boolean

// Whose act it is, each noun says for itself.
const ACTS: Record<Exclude<FlagKind, 'class-check'>, May> = {
  'parents-not-told': parentNotificationPolicy.record,
  'review-overdue': reviewPolicy.record,
  'review-today': reviewPolicy.record,
  'review-soon': reviewPolicy.record,
  'review-holiday': reviewPolicy.move,
  'review-views': reviewPolicy.record,
  specialist: specialistPolicy.record,
  'specialist-think': specialistPolicy.record,
  watch: stepDownPolicy.check,
  'end-not-told': stepDownPolicy.lead,
  'responsible-not-told': cyclePolicy.write,
  'no-plan': cyclePolicy.write,
  'no-review-date': cyclePolicy.write,
  'not-met': parentMeetingPolicy.record,
  'at-risk': parentMeetingPolicy.record,
  invitation: invitationPolicy.invite,
  prepare: preparationPolicy.prepare,
  'held-or-not': parentMeetingPolicy.record,
  record: parentMeetingPolicy.record,
  copy: parentMeetingPolicy.record,
  'staff-or-mis': parentMeetingPolicy.record,
  'record-question': recordQuestionPolicy.answer,
  concern: concernPolicy.answer,
  compare: concernPolicy.answer,
  'concern-next': concernPolicy.answer,
  'early-discussion': earlyDiscussionPolicy.write,
  advice: earlyDiscussionPolicy.write,
  views: assessmentPolicy.write,
  contribute: assessmentPolicy.contribute,
  'find-out': openQuestionPolicy.find,
  'note-question': doNotePolicy.write,
  quiet: doNotePolicy.write,
  'under-given': doNotePolicy.oversee,
  'under-aim': doNotePolicy.oversee,
  oversight: doNotePolicy.oversee,
  'outcome-not-whole': outcomePolicy.write,
  'plan-to-read': readReceiptPolicy.read,
  'plan-not-read': readReceiptPolicy.coverage,
  training: trainingPolicy.manage,
}

export const flagPolicy = {
  /** Everyone who works with pupils begins the day here; governors have figures, parents their own pages (1.13). */
  today: (actor: Actor, school: { schoolId: string }): boolean =>
    actor.schoolId === school.schoolId && actor.role !== 'governor' && actor.role !== 'parent',

  /** Only what this person may do themselves stands on their Today (1.13). */
  isTheirs: (
    actor: Actor,
    kind: FlagKind,
    { schoolId, pupilId }: { schoolId: string; pupilId: string | null },
  ): boolean => {
    // Which classes are theirs is asked where they are read.
    if (kind === 'class-check') return classCheckPolicy.make(actor, { schoolId, isOwn: true })
    return pupilId !== null && ACTS[kind](actor, { schoolId, pupilId })
  },
}
