import { HeardForm } from '@/components/invitation/answer-form'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { getInvitation } from '@/lib/invitation/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitHeard } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string; contactId: string }>
}

/** Notes what a parent answered to somebody at school. */
export default async function HeardPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId, contactId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getInvitation(actor, { pupilId, meetingId, contactId }, now()))
  const title = `What ${page.parentName} answered`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${page.pupil.id}/parent-meetings/${meetingId}`}>
        Back to the meeting
      </BackLink>
      <PageTitle lead={`Meeting about ${page.pupil.name}`}>{title}</PageTitle>
      <HeardForm
        action={submitHeard.bind(null, { schoolSlug, meetingId, contactId })}
        initial={page.answer ? { answer: page.answer } : {}}
        title={title}
        legend={`Will ${page.parentName} come?`}
        name={page.parentName}
      />
    </>
  )
}
