import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { type Actor, knowsPupil } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { openQuestionPolicy } from './policy'
import { finders } from './reads'
import { dueOnProblem, foundOnProblem } from './rules'
import type { FoundForm, QuestionForm } from './schema'

/** Writes down what is still to be found out about a pupil, by whom and by when (P19). */
export function askQuestion(
  actor: Actor,
  pupilId: string,
  form: QuestionForm,
  now: Date,
): Promise<Outcome<{ questionId: string }>> {
  return asActor(actor, async (tx) => {
    const subject = { schoolId: actor.schoolId, pupilId }
    if (!knowsPupil(actor, subject) || !openQuestionPolicy.read(actor, subject))
      throw new NotFound(`pupil ${pupilId}`)
    if (!openQuestionPolicy.ask(actor, subject)) throw new NotAllowed(`ask about pupil ${pupilId}`)
    const today = schoolDay(now)
    const known = await tx.pupil.count({ where: { id: pupilId } })
    if (known === 0) throw new NotFound(`pupil ${pupilId}`)
    const problem = dueOnProblem(form.dueOn, today)
    if (problem) return refuse('dueOn', problem)
    const { what, ownerId } = form
    if (!(await finders(tx, pupilId, today)).some(({ id }) => id === ownerId))
      return refuse('ownerId', 'Select someone who works with the pupil')
    await onePupilAtATime(tx, pupilId)
    const asked = {
      ...subject,
      what,
      ownerId,
      dueOn: toDateColumn(form.dueOn),
      askedById: actor.membershipId,
    }
    const same = await tx.openQuestion.findFirst({ where: { ...asked, found: null }, select: { id: true } })
    if (same) return { ok: true, value: { questionId: same.id } }
    const { id } = await tx.openQuestion.create({ data: { ...asked, askedAt: now }, select: { id: true } })
    await audit(tx, actor, { action: 'open-question.asked', subjectId: id, pupilId }, now)
    return { ok: true, value: { questionId: id } }
  })
}

/** Writes down what was found out; from then on it stays as it is (P19). */
export function answerQuestion(
  actor: Actor,
  of: { pupilId: string; questionId: string; version: number },
  form: FoundForm,
  now: Date,
): Promise<Outcome<null>> {
  const { pupilId, questionId, version } = of
  return asActor(actor, async (tx) => {
    const subject = { schoolId: actor.schoolId, pupilId }
    const question = await tx.openQuestion.findFirst({
      where: { id: questionId, pupilId },
      select: { ownerId: true, askedAt: true, found: true },
    })
    if (!question || !openQuestionPolicy.read(actor, subject)) throw new NotFound(`question ${questionId}`)
    if (!openQuestionPolicy.answer(actor, subject, question))
      throw new NotAllowed(`answer question ${questionId}`)
    if (question.found !== null)
      return refuse('form', 'What was found is already written down, and stays as it is')
    const problem = foundOnProblem(form.foundOn, schoolDay(question.askedAt), schoolDay(now))
    if (problem) return refuse('foundOn', problem)
    const answered = await tx.openQuestion.updateMany({
      where: { schoolId: actor.schoolId, id: questionId, version },
      data: { found: form.found, foundOn: toDateColumn(form.foundOn), version: { increment: 1 } },
    })
    if (answered.count === 0) throw new ChangedElsewhere(`question ${questionId}`)
    await audit(tx, actor, { action: 'open-question.answered', subjectId: questionId, pupilId }, now)
    return { ok: true, value: null }
  })
}
