import { everyone, filterQuery } from '@/lib/sen-register/filter.rules'
import type { FlagKind } from './rules'

// Where each act is done, inside a school: the page adds `/schools/<school>/`.
const pupil = (pupilId: string) => `pupils/${pupilId}`
const cycle = (pupilId: string, cycleId: string) => `${pupil(pupilId)}/cycles/${cycleId}`
const meeting = (pupilId: string, meetingId: string) => `${pupil(pupilId)}/parent-meetings/${meetingId}`

/** The page of each act a flag asks for. */
export const addresses = {
  pupil,
  review: (pupilId: string, cycleId: string) => `${cycle(pupilId, cycleId)}/review`,
  assess: (pupilId: string, cycleId: string) => `${cycle(pupilId, cycleId)}/assess`,
  plan: (pupilId: string, cycleId: string) => `${cycle(pupilId, cycleId)}/plan`,
  do: (pupilId: string, cycleId: string) => `${cycle(pupilId, cycleId)}/do`,
  moveReview: (pupilId: string, cycleId: string) => `${cycle(pupilId, cycleId)}/review/move`,
  laterViews: (pupilId: string, cycleId: string) => `${cycle(pupilId, cycleId)}/review/later-views`,
  addSpecialist: (pupilId: string) => `${pupil(pupilId)}/specialists/add`,
  watch: (pupilId: string) => `${pupil(pupilId)}/watch`,
  supportEnded: (pupilId: string) => `${pupil(pupilId)}/support-ended`,
  responsibleTold: (pupilId: string) => `${pupil(pupilId)}/plan/told`,
  doNote: (pupilId: string, cycleId: string, doNoteId: string) =>
    `${cycle(pupilId, cycleId)}/do/notes/${doNoteId}`,
  measurements: (pupilId: string, cycleId: string, outcomeId: string) =>
    `${cycle(pupilId, cycleId)}/do/measurements/${outcomeId}`,
  startCycle: (pupilId: string) => `${pupil(pupilId)}/cycles/start`,
  parentsTold: (pupilId: string) => `${pupil(pupilId)}/parents-told`,
  addContact: (pupilId: string) => `${pupil(pupilId)}/contacts/add`,
  concern: (pupilId: string, concernId: string) => `${pupil(pupilId)}/concerns/${concernId}`,
  writeEarly: (pupilId: string) => `${pupil(pupilId)}/early-discussions/add`,
  giveEarly: (pupilId: string, discussionId: string) =>
    `${pupil(pupilId)}/early-discussions/${discussionId}/given`,
  advice: (pupilId: string) => `${pupil(pupilId)}/advice-mentioned`,
  contribute: (pupilId: string, cycleId: string, kind: string) =>
    `${cycle(pupilId, cycleId)}/assess/sources/add?kind=${kind}`,
  checkClass: (classId: string) => `classes/${classId}/check`,
  question: (pupilId: string, questionId: string) => `${pupil(pupilId)}/questions/${questionId}`,
  prepare: (pupilId: string, meetingId: string) => `${meeting(pupilId, meetingId)}/prepare`,
  arrange: (pupilId: string) => `${pupil(pupilId)}/parent-meetings/arrange`,
  meeting,
  record: (pupilId: string, meetingId: string) => `${meeting(pupilId, meetingId)}/record`,
  readBack: (pupilId: string, meetingId: string) => `${meeting(pupilId, meetingId)}/read-back`,
  explain: (pupilId: string, meetingId: string, questionId: string) =>
    `${meeting(pupilId, meetingId)}/explain/${questionId}`,
  copies: (pupilId: string, meetingId: string) => `${meeting(pupilId, meetingId)}/copies`,
} as const

/** Where all the pupils of a kind are: on the register where its filters say just that, else on Today at length. */
export function allOfKind(kind: FlagKind): string {
  switch (kind) {
    case 'review-overdue':
      return `sen-register${filterQuery({ ...everyone, overdue: true, sort: 'urgent' })}`
    case 'at-risk':
    case 'not-met':
      return `sen-register${filterQuery({ ...everyone, state: kind })}`
    case 'review-soon':
      return `sen-register${filterQuery({ ...everyone, sort: 'review' })}`
    case 'parents-not-told':
    case 'no-plan':
    case 'no-review-date':
    case 'review-today':
    case 'review-holiday':
    case 'review-views':
    case 'specialist':
    case 'specialist-think':
    case 'watch':
    case 'end-not-told':
    case 'responsible-not-told':
    case 'concern':
    case 'compare':
    case 'concern-next':
    case 'early-discussion':
    case 'advice':
    case 'views':
    case 'contribute':
    case 'find-out':
    case 'class-check':
    case 'note-question':
    case 'quiet':
    case 'under-given':
    case 'under-aim':
    case 'oversight':
    case 'outcome-not-whole':
    case 'invitation':
    case 'prepare':
    case 'held-or-not':
    case 'plan-to-read':
    case 'plan-not-read':
    case 'training':
    case 'record':
    case 'copy':
    case 'staff-or-mis':
    case 'record-question':
      return `?show=${kind}`
  }
}
