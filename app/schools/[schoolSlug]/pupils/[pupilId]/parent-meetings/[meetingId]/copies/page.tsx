import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { CopiesForm } from '@/components/parent-meeting/copies-form'
import { copiesValues } from '@/components/parent-meeting/initial'
import { longDate, weekdayDate } from '@/lib/calendar/iso-date'
import { getMeetingToChange } from '@/lib/parent-meeting/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitCopies } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }>
}

/** Says how and when each parent had their copy of the record (6.71). */
export default async function CopiesPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getMeetingToChange(actor, { pupilId, meetingId }, 'copies', now()))
  const { pupil, meeting, today } = page
  const waiting = meeting.copies.filter(({ method }) => method === null)
  const here = `/schools/${schoolSlug}/pupils/${pupil.id}/parent-meetings/${meeting.id}`
  const title = `Copies of the record: ${pupil.name}`
  const due = meeting.copyDue ? `. Each parent should have theirs by ${longDate(meeting.copyDue)} (6.71)` : ''
  return (
    <>
      <BackLink href={here}>Back to the meeting</BackLink>
      <PageTitle lead={`${weekdayDate(meeting.on)}${due}`}>{title}</PageTitle>
      {waiting.length === 0 ? (
        <p>
          {meeting.hasRecord
            ? 'Every parent who may have a copy has had one.'
            : 'Write the record before you give a copy of it.'}
        </p>
      ) : (
        <CopiesForm
          action={submitCopies.bind(null, { schoolSlug, meetingId: meeting.id })}
          initial={copiesValues(waiting, today)}
          title={title}
          parents={waiting}
        />
      )}
    </>
  )
}
