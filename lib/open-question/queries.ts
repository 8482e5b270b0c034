import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { openQuestionPolicy } from './policy'
import { type Finder, finders, questionsOf } from './reads'
import type { OpenQuestion } from './rules'

export type QuestionToAsk = { pupil: PupilHeader; finders: Finder[]; today: IsoDate }

/** The page on which something still to be found out is written down (P19). */
export function getQuestionToAsk(actor: Actor, pupilId: string, now: Date): Promise<QuestionToAsk> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'question', today, now })
    if (!openQuestionPolicy.ask(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`ask about pupil ${pupilId}`)
    return { pupil, finders: await finders(tx, pupilId, today), today }
  })
}

export type QuestionPage = { pupil: PupilHeader; question: OpenQuestion; today: IsoDate }

/** A question as whoever finds it out answers it. */
export function getQuestion(
  actor: Actor,
  { pupilId, questionId }: { pupilId: string; questionId: string },
  now: Date,
): Promise<QuestionPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'question', today, now })
    const question = (await questionsOf(tx, pupilId)).find(({ id }) => id === questionId)
    const subject = { schoolId: pupil.schoolId, pupilId }
    if (!question || question.found !== null || !openQuestionPolicy.answer(actor, subject, question))
      throw new NotFound(`question ${questionId}`)
    return { pupil, question, today }
  })
}
