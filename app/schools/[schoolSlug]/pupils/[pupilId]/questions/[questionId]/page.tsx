import { BackLink } from '@/components/look/back-link'
import { FoundForm } from '@/components/open-question/question-forms'
import { boxesOf } from '@/components/pupil/boxes'
import { getQuestion } from '@/lib/open-question/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitFound } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; questionId: string }> }

export default async function QuestionPage({ params }: Props) {
  const { schoolSlug, pupilId, questionId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, question, today } = await orNotFound(getQuestion(actor, { pupilId, questionId }, now()))
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <FoundForm
        action={submitFound.bind(null, {
          schoolSlug,
          pupilId: pupil.id,
          questionId: question.id,
          version: question.version,
        })}
        title={`Found out about ${pupil.name}`}
        what={question.what}
        initial={boxesOf('foundOn', today)}
      />
    </>
  )
}
