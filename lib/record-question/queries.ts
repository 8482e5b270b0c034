import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { recordVersions } from '@/lib/parent-meeting/signing.reads'
import type { RecordLine } from '@/lib/parent-meeting/signing.rules'
import { recordLines } from '@/lib/parent-meeting/signing.words'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { isId, openPupil, type PupilHeader } from '@/lib/pupil/reads'
import { recordQuestionPolicy } from './policy'
import { questionsAbout } from './reads'
import type { RecordQuestion } from './rules'

export type ExplainingPage = { pupil: PupilHeader; question: RecordQuestion; line: RecordLine | null }

/** A parent's question with the line it is about, for whoever explains it, and the trace that the pupil's page was opened. */
export function getExplaining(
  actor: Actor,
  { pupilId, meetingId, questionId }: { pupilId: string; meetingId: string; questionId: string },
  now: Date,
): Promise<ExplainingPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'parent-meetings/explain', today, now })
    const question = isId(meetingId)
      ? (await questionsAbout(tx, meetingId)).find(({ id }) => id === questionId)
      : undefined
    const version = question
      ? (await recordVersions(tx, meetingId)).find(({ number }) => number === question.number)
      : undefined
    const isOfPupil = await tx.recordQuestion.count({ where: { id: question?.id ?? pupilId, pupilId } })
    if (!question || !version || isOfPupil === 0) throw new NotFound(`question ${questionId}`)
    if (!recordQuestionPolicy.answer(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`answer question ${questionId}`)
    const lines = recordLines(version.content, pupil.givenName)
    return { pupil, question, line: lines.find(({ key }) => key === question.line) ?? null }
  })
}
