import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { ListedPoint } from '@/lib/parent-point/answer.rules'
import { pointsAtMeeting } from '@/lib/parent-point/answer.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { meetingToChange } from './loading.reads'
import { type AfterMeeting, afterMeeting } from './after.reads'
import { type MeetingFormPage, type MeetingPage, meetingPage, type MeetingPlace } from './queries'
import { meetingOffers } from './offers.reads'
import { sittingSoFar } from './sitting-record.reads'
import type { SittingSoFar } from './sitting-record.rules'
import { recordContent, recordVersions, toReadBackTo } from './signing.reads'
import type { RecordContent, RecordVersion } from './signing.rules'

export type RecordingPage = MeetingFormPage & {
  /** What the parents brought, to be ticked, answered or carried forward (P86). */
  points: ListedPoint[]
  /** Who was named to take notes when the meeting was arranged (P83). */
  noteTaker: string | null
  /** Who came, where a brother's or sister's part of the sitting is recorded already (8.3, C8). */
  soFar: SittingSoFar | null
}

/** What is needed to write a record, or to amend one that is signed: on one screen (6.65 to 6.71). */
export function getRecording(
  actor: Actor,
  place: MeetingPlace,
  page: 'record' | 'amend',
  now: Date,
): Promise<RecordingPage> {
  return asActor(actor, async (tx) => {
    const found = await meetingPage(tx, actor, place, `parent-meetings/${page}`, now)
    if (!found.mayRecord) throw new NotAllowed(`record meeting ${place.meetingId}`)
    const { meeting, today } = found
    if (page === 'amend' && !meeting.signed) throw new NotFound(`signed record of ${place.meetingId}`)
    const on = meeting.on < today ? meeting.on : today
    const arranged = await tx.meetingArrangement.findFirst({
      where: { meetingId: place.meetingId },
      select: { noteTaker: true },
    })
    return {
      ...found,
      offers: await meetingOffers(tx, place.pupilId, { on, today, meeting }),
      points: await pointsAtMeeting(tx, place, today),
      soFar: meeting.status === 'booked' ? await sittingSoFar(tx, meeting.id) : null,
      noteTaker: meeting.noteTaker ?? arranged?.noteTaker ?? null,
    }
  })
}

export type ReadBackPage = Pick<MeetingPage, 'pupil' | 'meeting' | 'today'> & {
  content: RecordContent
  people: { who: string; name: string }[]
  points: ListedPoint[]
}

/** A written record as it is read back to those who were there, before it is signed off (P85). */
export function getReadBack(actor: Actor, place: MeetingPlace, now: Date): Promise<ReadBackPage> {
  return asActor(actor, async (tx) => {
    const found = await meetingPage(tx, actor, place, 'parent-meetings/read-back', now)
    if (!found.mayRecord) throw new NotAllowed(`sign the record of ${place.meetingId}`)
    const content = await recordContent(tx, place.meetingId)
    if (!content || found.meeting.status !== 'held') throw new NotFound(`record of ${place.meetingId}`)
    const { pupil, meeting, today } = found
    return {
      pupil,
      meeting,
      today,
      content,
      people: await toReadBackTo(tx, await meetingToChange(tx, actor, place.meetingId), schoolDay(now)),
      points: await pointsAtMeeting(tx, place, today),
    }
  })
}

export type VersionsPage = Pick<MeetingPage, 'pupil' | 'meeting'> & { versions: RecordVersion[] }

/** Every version of a signed record, the newest first, for whoever works with the pupil. */
export function getVersions(actor: Actor, place: MeetingPlace, now: Date): Promise<VersionsPage> {
  return asActor(actor, async (tx) => {
    const { pupil, meeting } = await meetingPage(tx, actor, place, 'parent-meetings/versions', now)
    const versions = await recordVersions(tx, place.meetingId)
    if (versions.length === 0) throw new NotFound(`versions of the record of ${place.meetingId}`)
    return { pupil, meeting, versions }
  })
}

/** A signed record on its way to parents, to staff and to the MIS, for whoever may give it (6.71). */
export function getGiving(actor: Actor, place: MeetingPlace, now: Date): Promise<MeetingPage & AfterMeeting> {
  return asActor(actor, async (tx) => {
    const found = await meetingPage(tx, actor, place, 'parent-meetings/copies', now)
    if (!found.mayRecord) throw new NotAllowed(`give the record of ${place.meetingId}`)
    return { ...found, ...(await afterMeeting(tx, found.meeting, place.pupilId, found.today)) }
  })
}
