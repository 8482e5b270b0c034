import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { concernPolicy } from './policy'
import { parentsToHear } from './reads'
import { answeredOnProblem, type ConcernDecision, raisedOnProblem } from './rules'
import type { ConcernAnswerForm, ConcernForm } from './schema'
import { answersTogether } from './words'

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
    await audit(
      tx,
      actor,
      { action: 'concern.raised', subjectId: concern.id, pupilId, details: { raisedBy } },
      now,
    )
    return { ok: true, value: { concernId: concern.id } }
  })
}

/** Answers a concern with what was decided, why and when; a later answer, on finding out more, is put before the earlier ones (P03). */
export function answerConcern(
  actor: Actor,
  of: { pupilId: string; concernId: string; version: number },
  form: ConcernAnswerForm,
  now: Date,
): Promise<Outcome<null>> {
  const { pupilId, concernId, version } = of
  return asActor(actor, async (tx) => {
    const { schoolId } = actor
    const concern = await tx.concern.findFirst({
      where: { schoolId, id: concernId, pupilId },
      select: { raisedOn: true, decision: true, answer: true, answeredOn: true },
    })
    const subject = { schoolId, pupilId }
    if (!concern || !concernPolicy.read(actor, subject)) throw new NotFound(`concern ${concernId}`)
    if (!concernPolicy.answer(actor, subject)) throw new NotAllowed(`answer concern ${concernId}`)
    const before = earlierAnswer(concern)
    const notBefore = before?.answeredOn ?? fromDateColumn(concern.raisedOn)
    const problem = answeredOnProblem(form.answeredOn, notBefore, schoolDay(now))
    if (problem) return refuse('answeredOn', problem)

    const { decision } = form
    const answered = await tx.concern.updateMany({
      where: { schoolId, id: concernId, version },
      data: {
        decision,
        answer: before ? answersTogether(form, before) : form.answer,
        // How long it waited is told by the first answer.
        answeredOn: toDateColumn(before?.answeredOn ?? form.answeredOn),
        decidedById: actor.membershipId,
        version: { increment: 1 },
      },
    })
    if (answered.count === 0) throw new ChangedElsewhere(`concern ${concernId}`)
    await audit(
      tx,
      actor,
      { action: 'concern.answered', subjectId: concernId, pupilId, details: { decision } },
      now,
    )
    return { ok: true, value: null }
  })
}

type Answered = { decision: string | null; answer: string | null; answeredOn: Date | null }

const earlierAnswer = ({ decision, answer, answeredOn }: Answered) =>
  decision === null || answer === null || answeredOn === null
    ? null
    : { decision: decision as ConcernDecision, answer, answeredOn: fromDateColumn(answeredOn) }
