import { AnswerForm } from '@/components/invitation/answer-form'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { getOwnInvitation } from '@/lib/family/invitation.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'
import { submitOwnAnswer } from './actions'

type Props = { params: Promise<{ pupilId: string; meetingId: string }> }

/** A parent who is signed in answers the invitation to a meeting. */
export default async function OwnAnswerPage({ params }: Props) {
  const { pupilId, meetingId } = await params
  const { actor } = await requireParentOf(pupilId)
  const page = await orNotFound(getOwnInvitation(actor, { pupilId, meetingId }, now()))
  const title = `Meeting about ${page.child.givenName}`
  return (
    <>
      <BackLink href={`/family/${page.child.id}`}>Back to {page.child.givenName}</BackLink>
      <PageTitle lead={[weekdayDate(page.on), page.at && timeOfDay(page.at)].filter(Boolean).join(', ')}>
        {title}
      </PageTitle>
      <AnswerForm
        action={submitOwnAnswer.bind(null, { pupilId, meetingId })}
        initial={{
          ...(page.answer && { answer: page.answer }),
          interpreter: page.needs?.interpreter ?? '',
          accessNeeds: page.needs?.accessNeeds ?? '',
        }}
        title={title}
        legend="Can you come?"
      />
    </>
  )
}
