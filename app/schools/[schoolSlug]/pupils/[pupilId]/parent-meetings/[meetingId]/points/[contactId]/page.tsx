import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { ToldPointsForm } from '@/components/parent-point/points-form'
import { weekdayDate } from '@/lib/calendar/iso-date'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getTold } from '@/lib/preparation/queries'
import { requireActor } from '@/lib/session/require'
import { submitTold } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string; contactId: string }>
}

/** Types in what a parent told the school that they bring to a meeting, in their words. */
export default async function ToldPage({ params }: Props) {
  const { schoolSlug, ...place } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, meeting, parentName } = await orNotFound(getTold(actor, place, now()))
  const title = `What ${parentName} brings to the meeting`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}/parent-meetings/${meeting.id}/prepare`}>
        Back to preparing
      </BackLink>
      <PageTitle lead={`About ${pupil.name}, ${weekdayDate(meeting.on)}`}>{title}</PageTitle>
      <p>Write it as they said it. It stays as it is written, with the day and who wrote it down.</p>
      <ToldPointsForm
        action={submitTold.bind(null, { schoolSlug, ...place })}
        initial={{ formKey: crypto.randomUUID() }}
        title={title}
        givenName={pupil.givenName}
      />
    </>
  )
}
