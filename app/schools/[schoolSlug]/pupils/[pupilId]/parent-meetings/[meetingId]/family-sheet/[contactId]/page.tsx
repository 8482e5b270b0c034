import { HowToPrint } from '@/components/family/how-to-print'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { FamilySheet } from '@/components/preparation/family-sheet'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getFamilySheet } from '@/lib/preparation/queries'
import { requireActor } from '@/lib/session/require'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string; contactId: string }>
}

/** One parent's page to prepare with, printed by the school from what was shared with them alone. */
export default async function FamilySheetPage({ params }: Props) {
  const { schoolSlug, ...place } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getFamilySheet(actor, place, now()))
  const { pupil, meeting, parentName, sheet, people } = page
  const title = `For ${parentName}: the meeting about ${pupil.givenName}`
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}/parent-meetings/${meeting.id}/prepare`}>
        Back to preparing
      </BackLink>
      <PageTitle
        lead={[weekdayDate(meeting.on), meeting.at && timeOfDay(meeting.at), meeting.place]
          .filter(Boolean)
          .join(', ')}
      >
        {title}
      </PageTitle>
      <HowToPrint what="the sheet" />
      <FamilySheet
        sheet={sheet}
        givenName={pupil.givenName}
        people={people}
        noteTaker={meeting.noteTaker}
        minutes={meeting.minutes}
        papers={meeting.papers}
      />
    </>
  )
}
