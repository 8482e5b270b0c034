import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { PupilViewForm } from '@/components/preparation/pupil-view-form'
import { boxesOf } from '@/components/pupil/boxes'
import { weekdayDate } from '@/lib/calendar/iso-date'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getGathering } from '@/lib/preparation/queries'
import { requireActor } from '@/lib/session/require'
import { submitPupilView } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }> }

/** Writes down what a pupil wants said at a meeting, before it is held (6.70). */
export default async function PupilViewsPage({ params }: Props) {
  const { schoolSlug, ...place } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, meeting, today } = await orNotFound(getGathering(actor, place, now()))
  const title = `What ${pupil.givenName} wants said`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}/parent-meetings/${meeting.id}/prepare`}>
        Back to preparing
      </BackLink>
      <PageTitle lead={`At the meeting on ${weekdayDate(meeting.on)}`}>{title}</PageTitle>
      <PupilViewForm
        action={submitPupilView.bind(null, { schoolSlug, ...place })}
        initial={{ formKey: crypto.randomUUID(), ...boxesOf('on', today) }}
        title={title}
        givenName={pupil.givenName}
      />
    </>
  )
}
