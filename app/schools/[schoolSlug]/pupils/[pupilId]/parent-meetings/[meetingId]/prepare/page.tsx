import { ActForm } from '@/components/cycle/act-form'
import { HowToPrint } from '@/components/family/how-to-print'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Agenda } from '@/components/preparation/agenda'
import { PackView, StepsCard } from '@/components/preparation/pack-view'
import { Saved } from '@/components/pupil/saved'
import { longDate, timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getPack } from '@/lib/preparation/queries'
import { requireActor } from '@/lib/session/require'
import { submitPrepared } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  points: 'Saved in the parent’s words',
  pupil: 'Saved in the pupil’s words',
  prepared: 'The meeting is prepared',
}

/** The teacher's pack: all that a meeting is prepared with, on one page that can be printed (6.67 to 6.70). */
export default async function PreparePage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, meeting, ...pack } = await orNotFound(getPack(actor, { pupilId, meetingId }, now()))
  const here = `/schools/${schoolSlug}/pupils/${pupil.id}/parent-meetings/${meeting.id}`
  const isToCome = meeting.status === 'booked'
  return (
    <>
      <DocumentTitle>{`Prepare the meeting about ${pupil.name}`}</DocumentTitle>
      <BackLink href={here}>Back to the meeting</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle
        lead={[weekdayDate(meeting.on), meeting.at && timeOfDay(meeting.at), meeting.place]
          .filter(Boolean)
          .join(', ')}
      >
        Prepare the meeting about {pupil.name}
      </PageTitle>
      <div className="cols">
        <div>
          <Agenda
            people={pack.people}
            noteTaker={meeting.noteTaker}
            minutes={meeting.minutes}
            points={pack.sheet.points}
          />
          <PackView
            sheet={pack.sheet}
            givenName={pupil.givenName}
            questions={pack.questions}
            invited={pack.invited}
            here={isToCome ? here : null}
            mayPrepare={pack.mayPrepare}
          />
        </div>
        <div className="noprint">
          {isToCome && <StepsCard steps={pack.steps} />}
          {meeting.prepared ? (
            <p>
              Prepared by {meeting.prepared.by} on {longDate(meeting.prepared.on)}.
            </p>
          ) : (
            isToCome &&
            pack.mayPrepare && (
              <ActForm
                action={submitPrepared.bind(null, { schoolSlug, pupilId: pupil.id, meetingId: meeting.id })}
                title={`Prepare the meeting about ${pupil.name}`}
                button="This meeting is prepared"
              />
            )
          )}
          {pack.mayPrepare && pack.invited.length > 0 && (
            <section className="card">
              <h2>For the parents</h2>
              <ul>
                {pack.invited.map(({ contactId, name }) => (
                  <li key={contactId}>
                    <a href={`${here}/family-sheet/${contactId}`}>Sheet to print for {name}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <HowToPrint what="the pack" />
        </div>
      </div>
    </>
  )
}
