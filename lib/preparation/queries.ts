import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { InvitedLine } from '@/lib/invitation/line.rules'
import { invitedTo } from '@/lib/invitation/lines.reads'
import type { Coming } from '@/lib/invitation/letter.words'
import { peopleAt } from '@/lib/invitation/people.reads'
import { questionsOf } from '@/lib/open-question/reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { openPupil, type PupilHeader } from '@/lib/pupil/reads'
import { type MeetingToPrepare, meetingToPrepare, type Place } from './meeting.reads'
import { preparationPolicy } from './policy'
import { sheetOf } from './reads'
import { type Sheet, type Step, stepsOpen } from './rules'

export type PackPage = {
  today: IsoDate
  pupil: PupilHeader
  meeting: MeetingToPrepare
  people: readonly Coming[]
  invited: readonly InvitedLine[]
  sheet: Sheet
  /** What is still to be found out about the pupil. */
  questions: readonly { id: string; what: string; owner: string; dueOn: IsoDate }[]
  steps: readonly Step[]
  mayPrepare: boolean
}

/** The pack with which a teacher prepares a meeting, and the trace that it was opened (6.67 to 6.70). */
export function getPack(actor: Actor, place: Place, now: Date): Promise<PackPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const { pupilId } = place
    const pupil = await openPupil(tx, actor, { pupilId, page: 'parent-meetings/prepare', today, now })
    const subject = { schoolId: pupil.schoolId, pupilId }
    if (!preparationPolicy.read(actor, subject)) throw new NotFound(`meeting ${place.meetingId}`)
    const meeting = await meetingToPrepare(tx, place)
    const { lines } = await invitedTo(tx, place, today)
    const sheet = await sheetOf(tx, { ...place, on: meeting.on }, { forContact: null, today })
    const questions = await questionsOf(tx, pupilId)
    const invited = lines.filter(({ isInvited }) => isInvited)
    return {
      today,
      pupil,
      meeting,
      people: await peopleAt(tx, place, today),
      invited: lines,
      sheet,
      questions: questions
        .filter(({ foundOn }) => foundOn === null)
        .map(({ id, what, owner, dueOn }) => ({ id, what, owner, dueOn })),
      steps: stepsOpen({
        hasLeader: meeting.hasLeader,
        asked: lines.length,
        invited: invited.length,
        answered: invited.filter(({ answer }) => answer !== null).length,
        points: sheet.points.length,
        views: sheet.views.length,
        pupilComes: meeting.pupilInvited,
        hasPapers: meeting.papers !== null,
      }),
      mayPrepare: preparationPolicy.prepare(actor, subject),
    }
  })
}

export type ToldPage = { pupil: PupilHeader; meeting: MeetingToPrepare; parentName: string }

/** One parent of a meeting, for whoever types in what they bring or prints their sheet; nobody who is shut out. */
async function parentOf(
  tx: SchoolTx,
  actor: Actor,
  { contactId, ...place }: Place & { contactId: string },
  { page, now }: { page: string; now: Date },
): Promise<ToldPage> {
  const today = schoolDay(now)
  const { pupilId } = place
  const pupil = await openPupil(tx, actor, { pupilId, page, today, now })
  const subject = { schoolId: pupil.schoolId, pupilId }
  if (!preparationPolicy.read(actor, subject)) throw new NotFound(`meeting ${place.meetingId}`)
  if (!preparationPolicy.prepare(actor, subject)) throw new NotAllowed(`prepare meeting ${place.meetingId}`)
  const meeting = await meetingToPrepare(tx, place)
  const { lines } = await invitedTo(tx, place, today)
  const parent = lines.find((line) => line.contactId === contactId)
  if (!parent) throw new NotFound(`contact ${contactId} of meeting ${place.meetingId}`)
  return { pupil, meeting, parentName: parent.name }
}

/** The page on which somebody types in what a parent said they bring. */
export const getTold = (actor: Actor, place: Place & { contactId: string }, now: Date): Promise<ToldPage> =>
  asActor(actor, (tx) => parentOf(tx, actor, place, { page: 'parent-meetings/points', now }))

export type FamilySheetPage = ToldPage & { today: IsoDate; people: readonly Coming[]; sheet: Sheet }

/** The same meeting on one page for one parent, from what was shared alone, for the school to print. */
export function getFamilySheet(
  actor: Actor,
  place: Place & { contactId: string },
  now: Date,
): Promise<FamilySheetPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const page = await parentOf(tx, actor, place, { page: 'parent-meetings/family-sheet', now })
    const { pupilId, meetingId, contactId } = place
    const sheet = await sheetOf(
      tx,
      { pupilId, meetingId, on: page.meeting.on },
      { forContact: contactId, today },
    )
    return { ...page, today, people: await peopleAt(tx, { ...place, without: contactId }, today), sheet }
  })
}

export type GatheringPage = { pupil: PupilHeader; meeting: MeetingToPrepare; today: IsoDate }

/** The page on which a pupil's views are written down before a meeting. */
export function getGathering(actor: Actor, place: Place, now: Date): Promise<GatheringPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const { pupilId } = place
    const pupil = await openPupil(tx, actor, { pupilId, page: 'parent-meetings/pupil-views', today, now })
    if (!preparationPolicy.gather(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotFound(`meeting ${place.meetingId}`)
    return { pupil, meeting: await meetingToPrepare(tx, place), today }
  })
}
