import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { meetingToChange } from '@/lib/parent-meeting/loading.reads'
import { type Offer, meetingOffers } from '@/lib/parent-meeting/offers.reads'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { isId, openPupil, type PupilHeader } from '@/lib/pupil/reads'
import { type LetterWords, letterWords } from './letter.words'
import { entryOf } from './letters.commands'
import type { InvitedLine } from './line.rules'
import { invitedTo } from './lines.reads'
import { invitationPolicy } from './policy'
import { findInvitation, type Invitation } from './reads'
import { isOpen } from './rules'
import { answerUrl } from './token'

type Place = { pupilId: string; meetingId: string }

/** What an invitation says beyond the meeting, as it was last kept. */
export type Arrangement = {
  pupilInvited: boolean
  others: readonly string[]
  noteTaker: string | null
  joinBy: string | null
  papers: string | null
  papersSentOn: IsoDate | null
  interpreter: string | null
  accessNeeds: string | null
}

export type InvitingPage = {
  pupil: PupilHeader
  meeting: { id: string; on: IsoDate; at: string | null }
  isToCome: boolean
  parents: readonly InvitedLine[]
  staff: readonly Offer[]
  staffInvited: readonly string[]
  arrangement: Arrangement | null
  version: number
}

/** What is needed to invite parents to a meeting, and the trace that the pupil's page was opened. */
export function getInviting(actor: Actor, { pupilId, meetingId }: Place, now: Date): Promise<InvitingPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'parent-meetings/invite', today, now })
    const meeting = await meetingToChange(tx, actor, meetingId)
    if (meeting.pupilId !== pupilId) throw new NotFound(`meeting ${meetingId}`)
    const on = fromDateColumn(meeting.heldOn)
    const staff = meeting.attendees.flatMap(({ membershipId }) => membershipId ?? [])
    const offers = await meetingOffers(tx, pupilId, {
      on: today,
      today,
      meeting: {
        id: meetingId,
        leaderId: meeting.ledById,
        staff: staff.map((membershipId) => ({ membershipId })),
      },
    })
    const { lines, version } = await invitedTo(tx, { pupilId, meetingId }, today)
    const kept = await tx.meetingArrangement.findFirst({ where: { meetingId } })
    return {
      pupil,
      meeting: { id: meetingId, on, at: meeting.at },
      isToCome: meeting.status === 'booked' && on >= today,
      parents: lines,
      staff: offers.staff.filter(({ value }) => value !== meeting.ledById),
      staffInvited: staff,
      arrangement: kept && { ...kept, papersSentOn: fromDateColumnOrNull(kept.papersSentOn) },
      version,
    }
  })
}

/** The invitation of one parent of a meeting, for whoever may invite. */
async function invitationTo(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, meetingId, contactId }: Place & { contactId: string },
  now: Date,
): Promise<Invitation> {
  const subject = { schoolId: actor.schoolId, pupilId }
  if (!invitationPolicy.read(actor, subject)) throw new NotFound(`meeting ${meetingId}`)
  if (!invitationPolicy.invite(actor, subject)) throw new NotAllowed(`invitations to meeting ${meetingId}`)
  const found =
    isId(meetingId) && isId(contactId) ? await findInvitation(tx, { meetingId, contactId }, now) : null
  if (!found || found.pupilId !== pupilId || !isOpen({ ...found, on: found.facts.on }, now, schoolDay(now)))
    throw new NotFound(`invitation of ${contactId} to meeting ${meetingId}`)
  return found
}

export type InvitationPage = { pupil: PupilHeader; parentName: string; answer: Invitation['answer'] }

/** One parent's invitation, to note what they answered. */
export function getInvitation(
  actor: Actor,
  place: Place & { contactId: string },
  now: Date,
): Promise<InvitationPage> {
  return asActor(actor, async (tx) => {
    const { pupilId } = place
    const pupil = await openPupil(tx, actor, {
      pupilId,
      page: 'parent-meetings/answer',
      today: schoolDay(now),
      now,
    })
    const { facts, answer } = await invitationTo(tx, actor, place, now)
    return { pupil, parentName: facts.parentName, answer }
  })
}

export type LetterPage = { pupil: PupilHeader; parentName: string; letter: LetterWords }

/** The invitation as a letter to print, with its link written out; taking it is written down. */
export function getLetter(
  actor: Actor,
  place: Place & { contactId: string },
  now: Date,
): Promise<LetterPage> {
  return asActor(actor, async (tx) => {
    const { pupilId } = place
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'parent-meetings/letter', today, now })
    const { id, sequence, facts } = await invitationTo(tx, actor, place, now)
    await audit(tx, actor, { action: 'invitation.printed', subjectId: id, pupilId }, now)
    const kind = sequence > 0 ? 'meeting-moved' : 'meeting-invitation'
    const letter = letterWords(kind, { ...facts, answerUrl: answerUrl(id) })
    return { pupil, parentName: facts.parentName, letter }
  })
}

/** A meeting to come as a file for the calendar of the parent who asks. */
export function getOwnCalendar(actor: Actor, { pupilId, meetingId }: Place, now: Date): Promise<string> {
  return asActor(actor, async (tx) => {
    const own = isId(meetingId)
      ? await tx.meetingInvitation.findFirst({ where: { meetingId, pupilId }, select: { id: true } })
      : null
    const invitation =
      own && invitationPolicy.answer(actor, { schoolId: actor.schoolId, pupilId })
        ? await findInvitation(tx, own, now)
        : null
    const entry =
      invitation && isOpen({ ...invitation, on: invitation.facts.on }, now, schoolDay(now))
        ? entryOf(invitation, false, now)
        : null
    if (!entry) throw new NotFound(`calendar of meeting ${meetingId}`)
    return entry.content
  })
}
