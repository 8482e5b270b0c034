import { notFound } from 'next/navigation'
import { inBox } from '@/components/cycle/initial'
import { DiscussionForm } from '@/components/early-discussion/discussion-form'
import { BackLink } from '@/components/look/back-link'
import { boxesOf } from '@/components/pupil/boxes'
import { getDiscussion } from '@/lib/early-discussion/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitDiscussionChange } from '../../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; discussionId: string }> }

export default async function ChangeDiscussionPage({ params }: Props) {
  const { schoolSlug, pupilId, discussionId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getDiscussion(actor, { pupilId, discussionId }, now()))
  const { pupil, note, mayWrite, adviceName, isAdviceMentioned } = page
  if (!mayWrite || note.isGiven) notFound()
  const { version, attended, strengths, difficulties, parentConcerns, mayLieBehind } = note
  const { agreedOutcomes, nextSteps } = note
  const parts = { attended, strengths, difficulties, parentConcerns, mayLieBehind, agreedOutcomes, nextSteps }
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupilId}/early-discussions/${discussionId}`}>
        Back to the note
      </BackLink>
      <DiscussionForm
        action={submitDiscussionChange.bind(null, { schoolSlug, pupilId, discussionId, version })}
        title={`Change the note about ${pupil.name}`}
        givenName={pupil.givenName}
        initial={{ ...inBox(parts), ...boxesOf('heldOn', note.heldOn) }}
        adviceName={adviceName}
        asksAdvice={!isAdviceMentioned}
      />
    </>
  )
}
