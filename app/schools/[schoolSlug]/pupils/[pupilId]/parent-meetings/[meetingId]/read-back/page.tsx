import { redirect } from 'next/navigation'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { OnTheList } from '@/components/parent-meeting/on-the-list'
import { RecordLines } from '@/components/parent-meeting/record-lines'
import { SignForm } from '@/components/parent-meeting/sign-form'
import { longDate } from '@/lib/calendar/iso-date'
import { getReadBack } from '@/lib/parent-meeting/record.queries'
import { partsMissing } from '@/lib/parent-meeting/record.rules'
import { listed } from '@/lib/parent-meeting/line.words'
import { readBackHint, recordLines } from '@/lib/parent-meeting/signing.words'
import { unanswered } from '@/lib/parent-point/answer.rules'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'
import { submitSign } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }> }

/** The record in plain words, to be read back to everyone before they go, and signed off. */
export default async function ReadBackPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getReadBack(actor, { pupilId, meetingId }, now()))
  const { pupil, meeting, content, people, points } = page
  const here = `${pupilAddress({ schoolSlug, pupilId: pupil.id })}/parent-meetings/${meeting.id}`
  if (meeting.signed) redirect(here)
  const title = `Read back what was agreed about ${pupil.name}`
  const missing = partsMissing(content)
  return (
    <>
      <BackLink href={`${here}/record`}>Back to the record</BackLink>
      <PageTitle lead={`${readBackHint(people)}.`}>{title}</PageTitle>
      <Card heading={`Meeting on ${longDate(meeting.on)}`}>
        <RecordLines lines={recordLines(content, pupil.givenName)} />
        {missing.length > 0 && <p className="govuk-inset-text">It does not say {listed(missing)} (6.65).</p>}
      </Card>
      <OnTheList points={points} />
      {unanswered(points).length > 0 && (
        <p className="govuk-inset-text">
          What has not been talked about comes again at the next meeting. To say more, go{' '}
          <a href={`${here}/record`}>back to the record</a>.
        </p>
      )}
      <SignForm
        action={submitSign.bind(null, { schoolSlug, meetingId: meeting.id, version: meeting.version })}
        initial={{ formKey: crypto.randomUUID(), share: 'yes', staff: 'yes' }}
        title={title}
        people={people}
      />
    </>
  )
}
