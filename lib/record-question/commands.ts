import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { recordVersions } from '@/lib/parent-meeting/signing.reads'
import { recordLines } from '@/lib/parent-meeting/signing.words'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { isId } from '@/lib/pupil/reads'
import { recordQuestionPolicy } from './policy'
import type { ExplanationForm, QuestionForm } from './schema'

type Place = { pupilId: string; meetingId: string }

/** A parent asks for a line of a record to be explained; sent twice, it is asked once (P84). */
export function askAboutRecord(
  actor: Actor,
  { pupilId, meetingId }: Place,
  { line, words, formKey }: QuestionForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const versions = isId(meetingId) ? await recordVersions(tx, meetingId) : []
    const [newest] = versions
    const own = await tx.contact.findFirst({
      where: { membershipId: actor.membershipId },
      select: { id: true },
    })
    const isTheirs = recordQuestionPolicy.ask(actor, { schoolId: actor.schoolId, pupilId })
    if (!isTheirs || !newest || !own) throw new NotFound(`record of meeting ${meetingId}`)
    const meeting = await tx.parentMeeting.count({ where: { id: meetingId, pupilId } })
    if (meeting === 0) throw new NotFound(`record of meeting ${meetingId}`)
    if (!recordLines(newest.content, '').some(({ key }) => key === line))
      return refuse('line', 'Select a line of the record')
    const id = v7()
    const made = await tx.recordQuestion.createMany({
      data: {
        ...{ schoolId: actor.schoolId, id, pupilId, meetingId, number: newest.number, line, words, formKey },
        ...{ contactId: own.id, askedAt: now },
      },
      skipDuplicates: true,
    })
    const details = { number: newest.number, line }
    if (made.count > 0)
      await audit(tx, actor, { action: 'record-question.asked', subjectId: id, pupilId, details }, now)
    return { ok: true, value: null }
  })
}

/** Somebody who may write the record explains a line of it to the parent who asked; the first answer stays (P84). */
export function explainRecord(
  actor: Actor,
  questionId: string,
  { words }: ExplanationForm,
  now: Date,
): Promise<Outcome<Place>> {
  return asActor(actor, async (tx) => {
    const question = isId(questionId)
      ? await tx.recordQuestion.findFirst({
          where: { id: questionId },
          select: { pupilId: true, meetingId: true, schoolId: true },
        })
      : null
    if (!question || actor.role === 'parent') throw new NotFound(`question ${questionId}`)
    if (!recordQuestionPolicy.answer(actor, question)) throw new NotAllowed(`answer question ${questionId}`)
    const { pupilId, meetingId } = question
    const made = await tx.recordQuestionAnswer.createMany({
      data: {
        ...{ schoolId: actor.schoolId, pupilId, questionId, words },
        ...{ answeredById: actor.membershipId, answeredAt: now },
      },
      skipDuplicates: true,
    })
    if (made.count === 0)
      return refuse('form', 'Somebody else has answered this meanwhile. Go back to read what they wrote')
    await audit(tx, actor, { action: 'record-question.answered', subjectId: questionId, pupilId }, now)
    return { ok: true, value: { pupilId, meetingId } }
  })
}
