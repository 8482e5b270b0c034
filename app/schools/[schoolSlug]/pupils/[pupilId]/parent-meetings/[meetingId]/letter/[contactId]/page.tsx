import { LetterSheet } from '@/components/invitation/letter-sheet'
import { PrintButton } from '@/components/family/print-button'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { DocumentTitle } from '@/components/look/document-title'
import { getLetter } from '@/lib/invitation/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string; contactId: string }>
}

/** The invitation of one parent as a letter, made for paper. */
export default async function LetterPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId, contactId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, parentName, letter } = await orNotFound(
    getLetter(actor, { pupilId, meetingId, contactId }, now()),
  )
  return (
    <>
      <DocumentTitle>{`Letter to ${parentName}`}</DocumentTitle>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}/parent-meetings/${meetingId}`}>
        Back to the meeting
      </BackLink>
      <div className="noprint">
        <PageTitle>Letter to {parentName}</PageTitle>
        <PrintButton>Print the letter</PrintButton>
        <p className="soft">The link is for {parentName} alone: whoever has it can answer in their name.</p>
      </div>
      <LetterSheet letter={letter} />
    </>
  )
}
