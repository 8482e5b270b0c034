import { InvitedCard } from '@/components/invitation/invited-card'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Copies } from '@/components/parent-meeting/copies'
import { MeetingActs } from '@/components/parent-meeting/meeting-acts'
import { MeetingFacts, MeetingNotes, MeetingStatusTag } from '@/components/parent-meeting/meeting-facts'
import { MeetingPeople, MeetingTogether } from '@/components/parent-meeting/meeting-people'
import { MeetingRecord } from '@/components/parent-meeting/meeting-record'
import { OnTheList } from '@/components/parent-meeting/on-the-list'
import { RecordPanel } from '@/components/parent-meeting/record-panel'
import { RecordQuestions } from '@/components/parent-meeting/record-questions'
import { savedWords } from '@/components/parent-meeting/saved-words'
import { SignedOff } from '@/components/parent-meeting/signed-off'
import { HeardBy } from '@/components/parent-meeting/version'
import { Saved } from '@/components/pupil/saved'
import { longDate, weekdayDate } from '@/lib/calendar/iso-date'
import { wasAsked } from '@/lib/invitation/line.rules'
import { whenAndWhere } from '@/lib/parent-meeting/line.words'
import { getMeeting } from '@/lib/parent-meeting/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }>
  searchParams: Promise<{ saved?: string }>
}

/** One meeting: what, when and who, what was agreed, who has a copy, and whether it counts. */
export default async function MeetingPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getMeeting(actor, { pupilId, meetingId }, now()))
  const { pupil, meeting, record, panel, today, mayRecord } = page
  const base = `/schools/${schoolSlug}/pupils/${pupil.id}`
  const here = `${base}/parent-meetings/${meeting.id}`
  return (
    <>
      <DocumentTitle>{`Meeting about ${pupil.name}`}</DocumentTitle>
      <BackLink href={base}>Back to {pupil.name}</BackLink>
      <Saved words={savedWords((await searchParams).saved, panel)} />
      <PageTitle
        lead={`${weekdayDate(meeting.on)}, ${whenAndWhere(meeting)}`}
        status={<MeetingStatusTag status={meeting.status} />}
      >
        Meeting about {pupil.name}
      </PageTitle>
      <div className="cols">
        <div>
          <section className="card">
            <h2>The meeting</h2>
            <MeetingNotes
              meeting={meeting}
              isOnClosedDay={page.isOnClosedDay}
              possibleRound={page.possibleRound && longDate(page.possibleRound.on)}
            />
            <MeetingFacts meeting={meeting} givenName={pupil.givenName} />
            {mayRecord && <MeetingActs meeting={meeting} today={today} here={here} />}
          </section>
          {meeting.status === 'booked' && (
            <p className="noprint">
              <a href={`${here}/prepare`}>Prepare this meeting</a>
            </p>
          )}
          <MeetingTogether
            together={page.together}
            schoolSlug={schoolSlug}
            isHeld={meeting.status === 'held'}
          />
          <MeetingPeople people={page.people} status={meeting.status} />
          <InvitedCard
            lines={meeting.status === 'booked' ? page.invited : page.invited.filter(wasAsked)}
            here={mayRecord && meeting.status === 'booked' && meeting.on >= today ? here : null}
          />
          {meeting.status === 'held' && (
            <Card heading="What we agreed">
              {record ? (
                <MeetingRecord record={record} givenName={pupil.givenName} />
              ) : (
                <p>
                  Nothing is written yet
                  {meeting.recordDue && `. It should be by ${longDate(meeting.recordDue)}`}.
                </p>
              )}
              {record && <SignedOff meeting={meeting} record={record} here={here} mayRecord={mayRecord} />}
              {page.versions[0] && <HeardBy readBack={page.versions[0].readBack} />}
            </Card>
          )}
          <OnTheList points={page.points} />
          <RecordQuestions
            questions={page.questions}
            versions={page.versions}
            givenName={pupil.givenName}
            here={mayRecord ? here : null}
          />
          {record && (
            <Copies meeting={meeting} mails={page.mails} today={today} here={here} mayRecord={mayRecord} />
          )}
        </div>
        <div>
          <RecordPanel
            meetings={panel}
            thisMeeting={{ id: meeting.id, act: 'Recording it as held', ifHeld: page.ifHeld }}
            href={`${base}/parent-meetings`}
            now
          />
        </div>
      </div>
    </>
  )
}
