import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { ChangesTogether } from '@/components/parent-meeting/meeting-people'
import { NoLongerBooked } from '@/components/parent-meeting/no-longer-booked'
import { NotHeldForm } from '@/components/parent-meeting/not-held-form'
import { weekdayDate } from '@/lib/calendar/iso-date'
import { whenAndWhere } from '@/lib/parent-meeting/line.words'
import { getMeetingToChange } from '@/lib/parent-meeting/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitNotHeld } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }>
}

/** Says that a booked meeting did not take place. */
export default async function NotHeldPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getMeetingToChange(actor, { pupilId, meetingId }, 'not-held', now()))
  const { pupil, meeting, today } = page
  const here = `/schools/${schoolSlug}/pupils/${pupil.id}/parent-meetings/${meeting.id}`
  const isToCome = meeting.on > today
  const title = `${isToCome ? 'Cancel the meeting' : 'The meeting did not take place'}: ${pupil.name}`
  return (
    <>
      <BackLink href={here}>Back to the meeting</BackLink>
      <PageTitle lead={`${weekdayDate(meeting.on)}, ${whenAndWhere(meeting)}`}>{title}</PageTitle>
      <NoLongerBooked status={meeting.status} />
      <ChangesTogether together={page.together} />
      <NotHeldForm
        action={submitNotHeld.bind(null, { schoolSlug, meetingId: meeting.id, version: meeting.version })}
        initial={isToCome ? {} : { how: 'nobody-came' }}
        title={title}
        isToCome={isToCome}
      />
    </>
  )
}
