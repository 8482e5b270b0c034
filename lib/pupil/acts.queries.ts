import 'server-only'
import { concernPolicy } from '@/lib/concern/policy'
import { contactPolicy } from '@/lib/contact/policy'
import { cyclePolicy } from '@/lib/cycle/policy'
import { doNotePolicy } from '@/lib/do-note/policy'
import { parentMeetingPolicy } from '@/lib/parent-meeting/policy'
import { parentNotificationPolicy } from '@/lib/parent-notification/policy'
import type { Actor } from '@/lib/platform/actor'
import { reviewPolicy } from '@/lib/review/policy'
import { senStatusPolicy } from '@/lib/sen-status/policy'
import type { PupilActs, PupilHeader } from './header.rules'
import { pupilPolicy } from './policy'

/** Decided by policy, asked once for the whole page. */
export function pupilActs(actor: Actor, pupil: Pick<PupilHeader, 'id' | 'schoolId'>): PupilActs {
  const subject = { schoolId: pupil.schoolId, pupilId: pupil.id }
  return {
    change: pupilPolicy.change(actor, subject),
    decideStatus: senStatusPolicy.decide(actor, subject),
    changeContacts: contactPolicy.change(actor, subject),
    nameStaff: pupilPolicy.assignStaff(actor, subject),
    raiseConcern: concernPolicy.raise(actor, subject),
    answerConcern: concernPolicy.answer(actor, subject),
    recordTold: parentNotificationPolicy.record(actor, subject),
    readHistory: pupilPolicy.readHistory(actor, subject),
    startCycle: cyclePolicy.start(actor, subject),
    recordReview: reviewPolicy.record(actor, subject),
    arrangeMeeting: parentMeetingPolicy.record(actor, subject),
    writeDoNote: doNotePolicy.write(actor, subject),
  }
}
