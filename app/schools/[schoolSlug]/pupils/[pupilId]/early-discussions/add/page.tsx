import { DiscussionForm } from '@/components/early-discussion/discussion-form'
import { BackLink } from '@/components/look/back-link'
import { boxesOf } from '@/components/pupil/boxes'
import { getDiscussionToWrite } from '@/lib/early-discussion/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitDiscussion } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function AddDiscussionPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getDiscussionToWrite(actor, pupilId, now()))
  const { pupil, adviceName, isAdviceMentioned, today } = page
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <DiscussionForm
        action={submitDiscussion.bind(null, { schoolSlug, pupilId: pupil.id })}
        title={`Early discussion about ${pupil.name}`}
        givenName={pupil.givenName}
        initial={boxesOf('heldOn', today)}
        adviceName={adviceName}
        asksAdvice={!isAdviceMentioned}
      />
    </>
  )
}
