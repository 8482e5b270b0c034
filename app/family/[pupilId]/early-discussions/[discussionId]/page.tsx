import { NoteParts } from '@/components/early-discussion/note-parts'
import { PrintButton } from '@/components/family/print-button'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { longDate } from '@/lib/calendar/iso-date'
import { getEarlyNote } from '@/lib/family/early.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'

type Props = { params: Promise<{ pupilId: string; discussionId: string }> }

/** The note of an early discussion, for a parent who was given it. */
export default async function EarlyNotePage({ params }: Props) {
  const { pupilId, discussionId } = await params
  const { actor } = await requireParentOf(pupilId)
  const { child, note } = await orNotFound(getEarlyNote(actor, { pupilId, discussionId }, now()))
  const title = `Our talk on ${longDate(note.heldOn)}`
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={`/family/${child.id}`}>Back to {child.givenName}</BackLink>
      <PageTitle lead={`About ${child.givenName}, written by ${note.writtenBy}`}>{title}</PageTitle>
      <Card heading="The note">
        <NoteParts note={note} givenName={child.givenName} />
        <PrintButton>Print this page</PrintButton>
      </Card>
    </>
  )
}
