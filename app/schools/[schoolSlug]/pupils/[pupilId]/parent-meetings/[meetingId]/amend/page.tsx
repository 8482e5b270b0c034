import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { heldValues } from '@/components/parent-meeting/initial'
import { RecordForm } from '@/components/parent-meeting/record-form'
import { longDate, weekdayDate } from '@/lib/calendar/iso-date'
import { getRecording } from '@/lib/parent-meeting/record.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'
import { submitAmend } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }> }

/** Amends a signed record: a new version, with why; what was signed stays. */
export default async function AmendPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getRecording(actor, { pupilId, meetingId }, 'amend', now()))
  const { pupil, meeting, record, offers, today, points, noteTaker } = page
  const here = `${pupilAddress({ schoolSlug, pupilId: pupil.id })}/parent-meetings/${meeting.id}`
  const title = `Amend the record about ${pupil.name}`
  const signed = meeting.signed
    ? ` ${meeting.signed.by} signed version ${meeting.signed.number} on ${longDate(meeting.signed.on)}.`
    : ''
  return (
    <>
      <BackLink href={here}>Back to the meeting</BackLink>
      <PageTitle
        lead={`${weekdayDate(meeting.on)}.${signed} What you save is a new version, to be given again.`}
      >
        {title}
      </PageTitle>
      <RecordForm
        action={submitAmend.bind(null, { schoolSlug, meetingId: meeting.id, version: meeting.version })}
        initial={heldValues(meeting, record, { today, formKey: crypto.randomUUID(), points, noteTaker })}
        title={title}
        act="Save as a new version"
        amends
        givenName={pupil.givenName}
        family={offers.family}
        leaders={offers.leaders}
        staff={offers.staff}
        rounds={meeting.roundId === null ? offers.rounds : []}
        points={points}
        asksAlsoReview={meeting.purpose === 'parents-evening' || meeting.purpose === 'other'}
      />
    </>
  )
}
