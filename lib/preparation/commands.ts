import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor, PupilSubject } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { isId } from '@/lib/pupil/reads'
import { preparationPolicy } from './policy'
import type { PupilViewForm } from './schema'

type Done = Outcome<{ pupilId: string }>

async function meetingFor(
  tx: SchoolTx,
  actor: Actor,
  meetingId: string,
  may: (actor: Actor, subject: PupilSubject) => boolean,
) {
  const meeting = isId(meetingId)
    ? await tx.parentMeeting.findFirst({
        where: { id: meetingId },
        select: { schoolId: true, pupilId: true, status: true },
      })
    : null
  if (!meeting || !preparationPolicy.read(actor, meeting)) throw new NotFound(`meeting ${meetingId}`)
  if (!may(actor, meeting)) throw new NotAllowed(`prepare meeting ${meetingId}`)
  return meeting
}

const OVER = 'This meeting is no longer to come'

/** Writes down what the pupil wants said, in their own words, with how and with whom it was gathered (6.70). */
export function keepPupilView(
  actor: Actor,
  meetingId: string,
  form: PupilViewForm,
  now: Date,
): Promise<Done> {
  return asActor(actor, async (tx) => {
    const { schoolId, pupilId, status } = await meetingFor(tx, actor, meetingId, preparationPolicy.gather)
    if (status !== 'booked') return refuse('form', OVER)
    if (form.on > schoolDay(now)) return refuse('on', 'The day must be today or in the past')
    const made = await tx.meetingPupilView.createMany({
      data: {
        ...{ schoolId, id: v7(), pupilId, meetingId, words: form.words, gatheredHow: form.how },
        ...{ gatheredWith: form.with, gatheredOn: toDateColumn(form.on), formKey: form.formKey },
        ...{ recordedById: actor.membershipId, recordedAt: now, sharedAt: form.share ? now : null },
      },
      skipDuplicates: true,
    })
    const details = { how: form.how, shared: form.share }
    if (made.count > 0)
      await audit(
        tx,
        actor,
        { action: 'parent-meeting.pupil-heard', subjectId: meetingId, pupilId, details },
        now,
      )
    return { ok: true, value: { pupilId } }
  })
}

/** Says that a meeting is prepared: it leaves Today. Said twice, it is said once. */
export function markPrepared(actor: Actor, meetingId: string, now: Date): Promise<Done> {
  return asActor(actor, async (tx) => {
    const { schoolId, pupilId, status } = await meetingFor(tx, actor, meetingId, preparationPolicy.prepare)
    if (status !== 'booked') return refuse('form', OVER)
    const made = await tx.meetingPreparation.createMany({
      data: { schoolId, meetingId, pupilId, preparedById: actor.membershipId, preparedAt: now },
      skipDuplicates: true,
    })
    if (made.count > 0)
      await audit(tx, actor, { action: 'parent-meeting.prepared', subjectId: meetingId, pupilId }, now)
    return { ok: true, value: { pupilId } }
  })
}
