import { redirect } from 'next/navigation'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { heldValues } from '@/components/parent-meeting/initial'
import { RecordForm } from '@/components/parent-meeting/record-form'
import { RecordPanel } from '@/components/parent-meeting/record-panel'
import { savedWords } from '@/components/parent-meeting/saved-words'
import { Saved } from '@/components/pupil/saved'
import { weekdayDate } from '@/lib/calendar/iso-date'
import { whenAndWhere } from '@/lib/parent-meeting/line.words'
import { purposeWords } from '@/lib/parent-meeting/record.words'
import { getRecording } from '@/lib/parent-meeting/record.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'
import { submitRecord } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }>
  searchParams: Promise<{ saved?: string }>
}

/** Records a meeting as held on one screen, or changes its record. */
export default async function RecordMeetingPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getRecording(actor, { pupilId, meetingId }, 'record', now()))
  const { pupil, meeting, record, panel, offers, today, points, noteTaker, soFar } = page
  const pupilPage = pupilAddress({ schoolSlug, pupilId: pupil.id })
  const here = `${pupilPage}/parent-meetings/${meeting.id}`
  if (meeting.signed) redirect(`${here}/amend`)
  const isHeld = meeting.status === 'held'
  const title = `${isHeld ? 'Record of the meeting' : 'Record a meeting'} about ${pupil.name}`
  return (
    <>
      <BackLink href={here}>Back to the meeting</BackLink>
      <Saved words={savedWords((await searchParams).saved, panel)} />
      <PageTitle
        lead={`${weekdayDate(meeting.on)}, ${whenAndWhere(meeting)}. ${purposeWords[meeting.purpose]}`}
      >
        {title}
      </PageTitle>
      {!isHeld && meeting.status === 'booked' && (
        <p>
          If no parent came, <a href={`${here}/not-held`}>record that nobody came</a> instead.
        </p>
      )}
      <div className="cols">
        <RecordForm
          action={submitRecord.bind(null, { schoolSlug, meetingId: meeting.id, version: meeting.version })}
          initial={heldValues(meeting, record, {
            today,
            formKey: crypto.randomUUID(),
            points,
            noteTaker,
            soFar,
          })}
          title={title}
          act={isHeld ? 'Save the record' : 'Record as held'}
          givenName={pupil.givenName}
          family={offers.family}
          leaders={offers.leaders}
          staff={offers.staff}
          points={points}
          rounds={meeting.roundId === null ? offers.rounds : []}
          asksAlsoReview={meeting.purpose === 'parents-evening' || meeting.purpose === 'other'}
        />
        <div>
          <RecordPanel
            meetings={panel}
            thisMeeting={{ id: meeting.id, act: 'Recording it as held', ifHeld: page.ifHeld }}
            href={`${pupilPage}/parent-meetings`}
            now
          />
        </div>
      </div>
    </>
  )
}
