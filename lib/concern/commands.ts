import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { concernPolicy } from './policy'
import { parentsToHear } from './family.reads'
import { raisedOnProblem } from './rules'
import type { ConcernForm } from './schema'

/** Raises a concern: a member of staff's own, or a parent's or the pupil's in their words (6.17 to 6.20, P02, P17). */
export function raiseConcern(
  actor: Actor,
  pupilId: string,
  form: ConcernForm,
  now: Date,
): Promise<Outcome<{ concernId: string }>> {
  return asActor(actor, async (tx) => {
    const { schoolId } = actor
    const today = schoolDay(now)
    const pupil = await tx.pupil.findUnique({
      where: { schoolId_id: { schoolId, id: pupilId } },
      select: { dateOfBirth: true },
    })
    const subject = { schoolId, pupilId }
    if (!pupil || !concernPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
    if (!concernPolicy.raise(actor, subject)) throw new NotAllowed(`raise a concern about pupil ${pupilId}`)
    const problem = raisedOnProblem(form.raisedOn, { dateOfBirth: fromDateColumn(pupil.dateOfBirth) }, today)
    if (problem) return refuse('raisedOn', problem)
    const contactId = form.raisedBy === 'parent' ? form.contactId : null
    if (contactId && !(await parentsToHear(tx, pupilId, today)).some(({ id }) => id === contactId))
      return refuse('contactId', 'Select the parent or carer whose concern this is')

    const { raisedBy, words } = form
    await onePupilAtATime(tx, pupilId)
    const same = await tx.concern.findFirst({
      where: {
        pupilId,
        raisedBy,
        contactId,
        words,
        raisedOn: toDateColumn(form.raisedOn),
        writtenById: actor.membershipId,
      },
      select: { id: true },
    })
    // the form was sent twice
    if (same) return { ok: true, value: { concernId: same.id } }
    const concern = await tx.concern.create({
      data: {
        schoolId,
        pupilId,
        raisedBy,
        contactId,
        raisedOn: toDateColumn(form.raisedOn),
        words,
        // The signs of 6.17 are for staff to say, not for a family.
        signs: raisedBy === 'staff' ? form.signs : [],
        writtenById: actor.membershipId,
        writtenAt: now,
      },
      select: { id: true },
    })
    // The line of a class check that it came of, so that the check says what was done about it (P02).
    if (form.checkedId)
      await tx.classCheckPupil.updateMany({
        where: { schoolId, pupilId, id: form.checkedId, concernId: null },
        data: { concernId: concern.id },
      })
    await audit(
      tx,
      actor,
      { action: 'concern.raised', subjectId: concern.id, pupilId, details: { raisedBy } },
      now,
    )
    return { ok: true, value: { concernId: concern.id } }
  })
}
