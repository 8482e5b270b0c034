import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { isId } from '@/lib/pupil/reads'
import { keepPoints } from './keeping.commands'
import { parentPointPolicy } from './policy'
import type { PointsForm, ToldPointsForm } from './schema'

type Place = { pupilId: string; meetingId: string | null }

const done: Outcome<null> = { ok: true, value: null }

/** A parent brings their own points, to a meeting they are asked to or for the next one there will be (P78 to P80). */
export function bringPoints(
  actor: Actor,
  { pupilId, meetingId }: Place,
  form: PointsForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    if (!parentPointPolicy.bring(actor, { schoolId: actor.schoolId, pupilId }))
      throw new NotFound(`pupil ${pupilId}`)
    // Of the pupil's contacts a parent is shown themselves alone, and none where they are shut out.
    const own = isId(pupilId)
      ? await tx.pupilContact.findFirst({ where: { pupilId }, select: { contactId: true } })
      : null
    if (!own) throw new NotFound(`pupil ${pupilId}`)
    const { contactId } = own
    if (meetingId !== null) {
      const asked = isId(meetingId)
        ? await tx.parentMeeting.findFirst({
            where: { id: meetingId, pupilId, attendees: { some: { contactId } } },
            select: { status: true },
          })
        : null
      if (!asked) throw new NotFound(`meeting ${meetingId}`)
      if (asked.status !== 'booked')
        return refuse('form', 'This meeting is no longer to come. Your words can wait for the next one')
    }
    await keepPoints(tx, actor, { pupilId, contactId, meetingId, how: 'service' }, form, now)
    return done
  })
}

/** Somebody at school types in what a parent said they bring, with how they said it. */
export function notePoints(
  actor: Actor,
  { pupilId, meetingId, contactId }: Place & { contactId: string },
  form: ToldPointsForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const subject = { schoolId: actor.schoolId, pupilId }
    if (!parentPointPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
    if (!parentPointPolicy.note(actor, subject))
      throw new NotAllowed(`points of a parent of pupil ${pupilId}`)
    const tie =
      isId(pupilId) && isId(contactId)
        ? (await familyOf(tx, pupilId)).find((one) => one.contactId === contactId)
        : null
    if (!tie || !isEntitled(tie, schoolDay(now)))
      throw new NotFound(`contact ${contactId} of pupil ${pupilId}`)
    if (meetingId !== null) {
      const asked = isId(meetingId)
        ? await tx.parentMeeting.findFirst({
            where: { id: meetingId, pupilId, attendees: { some: { contactId } } },
            select: { id: true },
          })
        : null
      if (!asked) throw new NotFound(`meeting ${meetingId}`)
    }
    await keepPoints(tx, actor, { pupilId, contactId, meetingId, how: form.how }, form, now)
    return done
  })
}
