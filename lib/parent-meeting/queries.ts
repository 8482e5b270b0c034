import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { isSchoolDay, plusSchoolDays } from '@/lib/calendar/school-days'
import type { InvitedLine } from '@/lib/invitation/line.rules'
import type { Coming } from '@/lib/invitation/letter.words'
import { invitedTo, offersTo } from '@/lib/invitation/lines.reads'
import { peopleAt } from '@/lib/invitation/people.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { isOverCompulsorySchoolAge } from '@/lib/pupil/rules'
import { isId, openPupil, type PupilHeader } from '@/lib/pupil/reads'
import { schoolYearCalendar, type SchoolYearCalendar } from '@/lib/school/reads'
import { fromDateColumn } from '@/lib/platform/date-column'
import { type AfterMeeting, afterMeeting } from './after.reads'
import { standingIfHeld } from './facts.rules'
import { type MeetingLine, type MeetingRecordView, possibleRound, type PupilMeetings } from './line.rules'
import { meetingRows } from './lines.reads'
import { type MeetingOffers, meetingOffers } from './offers.reads'
import { parentMeetingPolicy } from './policy'
import type { MeetingPurpose } from './record.rules'
import { type Sibling, siblingsOf } from './siblings.reads'
import { type Together, togetherWith } from './sitting.reads'
import { factsOf, meetingsOf, pupilMeetings } from './reads'
import { meetingRecord } from './record.reads'
import type { StandingState } from './rules'

export type ArrangingPage = {
  pupil: PupilHeader
  panel: PupilMeetings
  offers: MeetingOffers
  /** The one to lead who stands to reason: the teacher responsible for the plan, or who is asking. */
  likelyLeader: string | null
  isYoungPerson: boolean
  /** How long the school plans a meeting to be (6.69). */
  minutes: number
  /** Brothers and sisters who can be met in the same appointment. */
  siblings: Sibling[]
  likely: { on: IsoDate | null; purpose: MeetingPurpose }
}

/** What is needed to arrange a meeting about a pupil (6.65 to 6.69). */
export function getArranging(actor: Actor, pupilId: string, now: Date): Promise<ArrangingPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'parent-meetings/arrange', today, now })
    if (!parentMeetingPolicy.record(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`arrange a meeting about pupil ${pupilId}`)
    const calendar = await schoolYearCalendar(tx, pupil.schoolId, today)
    const offers = await meetingOffers(tx, pupilId, { on: today, today })
    const likely = [pupil.responsible?.id, actor.membershipId].find((id) =>
      offers.leaders.some(({ value }) => value === id),
    )
    return {
      pupil,
      panel: await pupilMeetings(tx, actor, pupilId, calendar, today),
      offers,
      likelyLeader: likely ?? null,
      isYoungPerson: isOverCompulsorySchoolAge(pupil.dateOfBirth, today),
      minutes: await usualMinutes(tx, pupil.schoolId),
      siblings: await siblingsOf(tx, pupilId, today),
      likely: {
        on: plusSchoolDays(calendar, today, NOTICE_SCHOOL_DAYS),
        purpose: pupil.status === null ? 'early-discussion' : pupil.responsible ? 'review' : 'plan',
      },
    }
  })
}

/** Two weeks, so that parents can arrange their own day (ours, not the Code's). */
const NOTICE_SCHOOL_DAYS = 10

const usualMinutes = async (tx: SchoolTx, id: string) =>
  (await tx.school.findUniqueOrThrow({ where: { id }, select: { meetingMinutes: true } })).meetingMinutes

export type MeetingPage = {
  today: IsoDate
  pupil: PupilHeader
  meeting: MeetingLine
  record: MeetingRecordView | null
  panel: PupilMeetings
  ifHeld: { held: number; state: StandingState } | null
  /** Booked for a day when school is closed: said, not stopped. */
  isOnClosedDay: boolean
  /** Another meeting that may be the same round with the other parent (8.3, C7). */
  possibleRound: { id: string; on: IsoDate } | null
  isYoungPerson: boolean
  mayRecord: boolean
  /** Each parent who is asked: invited or not yet, what they said, what was tried (C12). */
  invited: readonly InvitedLine[]
  /** Who will be there and what each does (P81). */
  people: readonly Coming[]
  /** Siblings who are met in the same appointment. */
  together: readonly Together[]
}

/** Where a meeting is found: about whom, and which. */
export type MeetingPlace = { pupilId: string; meetingId: string }

/** One meeting with its record, who has a copy, and whether it counts, and the trace that it was opened. */
export function getMeeting(
  actor: Actor,
  place: MeetingPlace,
  now: Date,
): Promise<MeetingPage & AfterMeeting> {
  return asActor(actor, async (tx) => {
    const found = await meetingPage(tx, actor, place, 'parent-meetings/meeting', now)
    return { ...found, ...(await afterMeeting(tx, found.meeting, place.pupilId, found.today)) }
  })
}

export type MeetingFormPage = MeetingPage & { offers: MeetingOffers }

/** The same for the pages that change it, with whom and what their forms offer. */
export function getMeetingToChange(
  actor: Actor,
  place: MeetingPlace,
  page: string,
  now: Date,
): Promise<MeetingFormPage> {
  return asActor(actor, async (tx) => {
    const found = await meetingPage(tx, actor, place, `parent-meetings/${page}`, now)
    if (!found.mayRecord) throw new NotAllowed(`change meeting ${place.meetingId}`)
    const { meeting, today } = found
    const on = meeting.on < today ? meeting.on : today
    return { ...found, offers: await meetingOffers(tx, place.pupilId, { on, today, meeting }) }
  })
}

/** One meeting as its pages begin, in the transaction of whoever asks, with the trace that it was opened. */
export async function meetingPage(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, meetingId }: MeetingPlace,
  page: string,
  now: Date,
): Promise<MeetingPage> {
  const today = schoolDay(now)
  const pupil = await openPupil(tx, actor, { pupilId, page, today, now })
  const calendar = await calendarOfMeeting(tx, pupil.schoolId, meetingId, today)
  const facts = await factsOf(tx, pupilId, calendar)
  const panel = meetingsOf(facts, await meetingRows(tx, pupilId, calendar, today), calendar, today)
  const meeting = panel.meetings.find(({ id }) => id === meetingId)
  if (!meeting) throw new NotFound(`meeting ${meetingId}`)
  const ifHeld = meeting.status === 'held' ? null : standingIfHeld(facts, meetingId, calendar, today)
  const round = possibleRound(meeting, panel.meetings, calendar)
  const isOfThisYear = meeting.on >= calendar.year.firstDay && meeting.on <= calendar.year.lastDay
  return {
    today,
    pupil,
    meeting,
    record: meeting.hasRecord ? await meetingRecord(tx, meetingId) : null,
    panel: { ...panel, offers: await offersTo(tx, pupilId, calendar.year) },
    ifHeld: ifHeld && { held: ifHeld.held, state: ifHeld.state },
    isOnClosedDay: meeting.status === 'booked' && isOfThisYear && !isSchoolDay(calendar, meeting.on),
    possibleRound: round && { id: round.id, on: round.on },
    isYoungPerson: isOverCompulsorySchoolAge(pupil.dateOfBirth, meeting.on),
    mayRecord: parentMeetingPolicy.record(actor, { schoolId: pupil.schoolId, pupilId }),
    invited: (await invitedTo(tx, { pupilId, meetingId }, today)).lines,
    people: await peopleAt(tx, { pupilId, meetingId }, today),
    together: await togetherWith(tx, meetingId),
  }
}

/** The year a meeting is judged in: its own, or this one while its year is still to come. */
async function calendarOfMeeting(
  tx: SchoolTx,
  schoolId: string,
  meetingId: string,
  today: IsoDate,
): Promise<SchoolYearCalendar> {
  const row = isId(meetingId)
    ? await tx.parentMeeting.findFirst({ where: { id: meetingId }, select: { heldOn: true } })
    : null
  if (!row) throw new NotFound(`meeting ${meetingId}`)
  const on = fromDateColumn(row.heldOn)
  return schoolYearCalendar(tx, schoolId, on < today ? on : today)
}
