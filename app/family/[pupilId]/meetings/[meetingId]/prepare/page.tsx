import { HowToPrint } from '@/components/family/how-to-print'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { PointsForm } from '@/components/parent-point/points-form'
import { FamilySheet } from '@/components/preparation/family-sheet'
import { Saved } from '@/components/pupil/saved'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { getOwnPreparation } from '@/lib/family/prepare.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'
import { submitOwnPoints } from './actions'

type Props = {
  params: Promise<{ pupilId: string; meetingId: string }>
  searchParams: Promise<{ saved?: string }>
}

/** A parent who is signed in prepares a meeting: who will be there, what was agreed, and what they bring themselves. */
export default async function OwnPreparationPage({ params, searchParams }: Props) {
  const { pupilId, meetingId } = await params
  const { actor } = await requireParentOf(pupilId)
  const page = await orNotFound(getOwnPreparation(actor, { pupilId, meetingId }, now()))
  const { child, meeting, invitation, sheet } = page
  const title = `Prepare for the meeting about ${child.givenName}`
  const isSaved = (await searchParams).saved === 'sent'
  return (
    <>
      <BackLink href={`/family/${child.id}`}>Back to {child.givenName}</BackLink>
      <Saved words={isSaved ? 'Thank you. The school has your words' : undefined} />
      <PageTitle
        lead={[weekdayDate(meeting.on), meeting.at && timeOfDay(meeting.at)].filter(Boolean).join(', ')}
      >
        {title}
      </PageTitle>
      <section className="card noprint">
        <h2>{sheet.points.length > 0 ? 'Add something' : 'What would you like to talk about?'}</h2>
        <p>
          Write as much or as little as you like: one answer is enough. It is talked about at the meeting, in
          your own words. Nobody changes them, and the other parent does not read them.
        </p>
        <PointsForm
          action={submitOwnPoints.bind(null, { pupilId: child.id, meetingId: meeting.id })}
          initial={{ formKey: crypto.randomUUID() }}
          title={title}
          givenName={child.givenName}
          hasMeeting
        />
      </section>
      <HowToPrint what="this page" />
      <p className="noprint">
        <a className="act" href={`/family/${child.id}/plan`}>
          The plan as it stands
        </a>
      </p>
      <FamilySheet
        sheet={sheet}
        givenName={child.givenName}
        people={invitation.people}
        noteTaker={invitation.noteTaker}
        minutes={meeting.minutes}
        papers={invitation.papers}
      />
    </>
  )
}
