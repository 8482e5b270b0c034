import { AgreedView } from '@/components/family/agreed-view'
import { DocumentTitle } from '@/components/look/document-title'
import { longDate } from '@/lib/calendar/iso-date'
import { getAgreed } from '@/lib/family/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'

type Props = { params: Promise<{ pupilId: string; meetingId: string }> }

/** What was agreed at a meeting this parent came to, or was given the record of. */
export default async function AgreedPage({ params }: Props) {
  const { pupilId, meetingId } = await params
  const { actor } = await requireParentOf(pupilId)
  const page = await orNotFound(getAgreed(actor, { pupilId, meetingId }, now()))
  return (
    <>
      <DocumentTitle>{`What was agreed on ${longDate(page.on)}`}</DocumentTitle>
      <AgreedView {...page} base={`/family/${page.child.id}`} />
    </>
  )
}
