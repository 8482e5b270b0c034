import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { moveValues } from '@/components/parent-meeting/initial'
import { MeetingForm } from '@/components/parent-meeting/meeting-form'
import { ChangesTogether } from '@/components/parent-meeting/meeting-people'
import { NoLongerBooked } from '@/components/parent-meeting/no-longer-booked'
import { RecordPanel } from '@/components/parent-meeting/record-panel'
import { getMeetingToChange } from '@/lib/parent-meeting/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitMove } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }>
}

/** Changes when, where, how and with whom a booked meeting will be. */
export default async function MoveMeetingPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getMeetingToChange(actor, { pupilId, meetingId }, 'move', now()))
  const { pupil, meeting, panel, offers } = page
  const pupilPage = `/schools/${schoolSlug}/pupils/${pupil.id}`
  const title = `Move or change the meeting about ${pupil.name}`
  const asked = meeting.invited.map(({ contactId }) => contactId)
  return (
    <>
      <BackLink href={`${pupilPage}/parent-meetings/${meeting.id}`}>Back to the meeting</BackLink>
      <PageTitle>{title}</PageTitle>
      <NoLongerBooked status={meeting.status} />
      <ChangesTogether together={page.together} />
      <div className="cols">
        <MeetingForm
          action={submitMove.bind(null, { schoolSlug, meetingId: meeting.id, version: meeting.version })}
          initial={{ ...moveValues(meeting), formKey: crypto.randomUUID() }}
          act="move"
          title={title}
          family={offers.family.filter(({ value }) => !asked.includes(value))}
          leaders={offers.leaders}
          rounds={meeting.roundId === null ? offers.rounds : []}
          nobodyToInvite=""
        />
        <div>
          <RecordPanel meetings={panel} href={`${pupilPage}/parent-meetings`} now />
        </div>
      </div>
    </>
  )
}
