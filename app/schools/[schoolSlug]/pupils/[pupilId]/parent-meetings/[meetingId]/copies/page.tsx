import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { GivingForm } from '@/components/parent-meeting/giving-form'
import { copiesValues } from '@/components/parent-meeting/initial'
import { longDate, weekdayDate } from '@/lib/calendar/iso-date'
import { isLost } from '@/lib/mail/rules'
import { getGiving } from '@/lib/parent-meeting/record.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'
import { submitCopies } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }>
}

/** Says how and when each parent had their copy of the record (6.71). */
export default async function CopiesPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getGiving(actor, { pupilId, meetingId }, now()))
  const { pupil, meeting, today, mails } = page
  const waiting = meeting.copies.filter(
    ({ method, mailId }) => method === null || isLost(mails.get(mailId ?? '')),
  )
  const here = `${pupilAddress({ schoolSlug, pupilId: pupil.id })}/parent-meetings/${meeting.id}`
  const title = `Copies of the record: ${pupil.name}`
  const due = meeting.copyDue ? `. Each parent should have theirs by ${longDate(meeting.copyDue)} (6.71)` : ''
  return (
    <>
      <BackLink href={here}>Back to the meeting</BackLink>
      <PageTitle lead={`${weekdayDate(meeting.on)}${due}`}>{title}</PageTitle>
      {meeting.signed && waiting.length === 0 && <p>Every parent who may have a copy has had one.</p>}
      {!meeting.signed && (
        <p>
          {meeting.hasRecord ? (
            <>
              <a href={`${here}/read-back`}>Read the record back and sign it off</a> before you give a copy of
              it.
            </>
          ) : (
            'Write the record before you give a copy of it.'
          )}
        </p>
      )}
      {meeting.signed && waiting.length + meeting.stepsToDo.length > 0 && (
        <GivingForm
          action={submitCopies.bind(null, { schoolSlug, meetingId: meeting.id })}
          initial={copiesValues(waiting, today)}
          title={title}
          parents={waiting}
          steps={meeting.stepsToDo}
        />
      )}
    </>
  )
}
