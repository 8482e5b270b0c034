import { BackLink } from '@/components/look/back-link'
import { QuestionForm } from '@/components/open-question/question-forms'
import { getQuestionToAsk } from '@/lib/open-question/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitQuestion } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function AskQuestionPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, finders } = await orNotFound(getQuestionToAsk(actor, pupilId, now()))
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <QuestionForm
        action={submitQuestion.bind(null, { schoolSlug, pupilId: pupil.id })}
        title={`Still to find out about ${pupil.name}`}
        initial={{}}
        finders={finders}
      />
    </>
  )
}
