import { type IsoDate, timeOfDay } from '@/lib/calendar/iso-date'
import type { Copy, MeetingRecordView, MeetingRow } from '@/lib/parent-meeting/line.rules'
import type { SittingSoFar } from '@/lib/parent-meeting/sitting-record.rules'
import { USUAL_MINUTES } from '@/lib/parent-meeting/record.rules'
import type { ListedPoint } from '@/lib/parent-point/answer.rules'
import type { FormValues } from '@/lib/platform/form-state'

/** A day in the three boxes of a date. */
const inBoxes = (name: string, day: IsoDate | null): FormValues =>
  day === null
    ? {}
    : {
        [`${name}.day`]: String(Number(day.slice(8))),
        [`${name}.month`]: String(Number(day.slice(5, 7))),
        [`${name}.year`]: day.slice(0, 4),
      }

const tick = (isTicked: boolean) => (isTicked ? 'yes' : '')

/** What the form that arranges begins with: the ordinary case, so that little is left to fill in. */
export const arrangeValues = (page: {
  likelyLeader: string | null
  offers: { family: readonly { value: string }[] }
  formKey: string
  /** What the school plans for a meeting, where it says. */
  minutes?: number
  /** A day that leaves parents time, and what the meeting is likely to be for. */
  likely?: { on: IsoDate | null; purpose: string }
}): FormValues => ({
  ...inBoxes('on', page.likely?.on ?? null),
  purpose: page.likely?.purpose ?? '',
  inviteNow: 'yes',
  formKey: page.formKey,
  format: 'in-person',
  minutes: String(page.minutes ?? USUAL_MINUTES),
  ledById: page.likelyLeader ?? '',
  // Two parents may live apart: only where there is one is the one meant.
  invited: page.offers.family.length === 1 ? page.offers.family.map(({ value }) => value) : [],
})

/** A booked meeting in the boxes of the form that moves it. */
export const moveValues = (meeting: MeetingRow): FormValues => ({
  ...inBoxes('on', meeting.on),
  at: meeting.at === null ? '' : timeOfDay(meeting.at),
  format: meeting.format,
  place: meeting.place ?? '',
  minutes: String(meeting.plannedMinutes),
  purpose: meeting.purpose,
  alsoReview: tick(meeting.isSenDiscussion),
  ledById: meeting.leaderId ?? '',
})

type Beginning = {
  today: IsoDate
  formKey: string
  points?: readonly ListedPoint[]
  noteTaker?: string | null
  /** Who came to the part of the same sitting that was recorded first. */
  soFar?: SittingSoFar | null
}

const answered = (points: readonly ListedPoint[]): FormValues =>
  Object.assign(
    {},
    ...points.map(({ id, answer }) => ({
      [`points.${id}.outcome`]: answer?.outcome ?? '',
      [`points.${id}.words`]: answer?.words ?? '',
      [`points.${id}.to`]: answer?.carriedTo ?? '',
    })),
  ) as FormValues

/** A meeting and its record in the boxes of the record's form; one not yet held is taken to be as it was booked. */
export function heldValues(
  meeting: MeetingRow,
  record: MeetingRecordView | null,
  { today, formKey, points = [], noteTaker = null, soFar = null }: Beginning,
): FormValues {
  const isHeld = meeting.status === 'held'
  const day = meeting.on > today ? null : meeting.on
  return {
    formKey,
    came: isHeld ? meeting.came.map(({ contactId }) => contactId) : [],
    staff: meeting.staff.map(({ membershipId }) => membershipId),
    pupilPart: meeting.pupilPart ?? '',
    pupilPartNote: meeting.pupilPartNote ?? '',
    ledById: meeting.leaderId ?? '',
    ...inBoxes('heldOn', day),
    format: meeting.format,
    minutes: meeting.actualMinutes === null ? '' : String(meeting.actualMinutes),
    alsoReview: tick(meeting.isSenDiscussion),
    late: [...meeting.late],
    left: [...meeting.left],
    noteTaker: noteTaker ?? '',
    ...answered(points),
    ...recordValues(record),
    ...(soFar && {
      came: soFar.came,
      staff: soFar.staff,
      late: soFar.late,
      left: soFar.left,
      ledById: soFar.ledById ?? meeting.leaderId ?? '',
      noteTaker: soFar.noteTaker ?? noteTaker ?? '',
      format: soFar.format,
      ...inBoxes('heldOn', soFar.on),
    }),
  }
}

function recordValues(record: MeetingRecordView | null): FormValues {
  if (record === null) return {}
  const actions = record.actions.map(({ who, what, by }, row) => ({
    [`actions.${row}.who`]: who,
    [`actions.${row}.what`]: what,
    ...inBoxes(`actions.${row}.by`, by),
  }))
  return Object.assign(
    {
      outcomesAgreed: record.outcomesAgreed,
      supportAgreed: record.supportAgreed,
      parentWillDo: record.parentWillDo ?? '',
      pupilWillDo: record.pupilWillDo ?? '',
      schoolWillDo: record.schoolWillDo ?? '',
      aspirations: record.aspirations ?? '',
      pupilSaid: record.pupilSaid ?? '',
      worries: record.worries ?? '',
      atHome: record.atHome ?? '',
      nextMeeting: record.nextMeeting ?? '',
    },
    ...actions,
  ) as FormValues
}

/** The parents still without a copy, each with today's date, which is mostly the day. */
export const copiesValues = (waiting: readonly Copy[], today: IsoDate): FormValues =>
  Object.assign(
    {},
    ...waiting.map(({ contactId }) => ({
      [`given.${contactId}.method`]: '',
      ...inBoxes(`given.${contactId}.on`, today),
    })),
  ) as FormValues
