import { HelpView } from '@/components/family/help-view'
import { DocumentTitle } from '@/components/look/document-title'
import { getHelp } from '@/lib/family/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'

type Props = { params: Promise<{ pupilId: string }> }

/** Where a family finds help, from the school and not from it. */
export default async function HelpPage({ params }: Props) {
  const { pupilId } = await params
  const { actor } = await requireParentOf(pupilId)
  const page = await orNotFound(getHelp(actor, pupilId, now()))
  return (
    <>
      <DocumentTitle>{`Help and advice for ${page.child.givenName}’s family`}</DocumentTitle>
      <HelpView {...page} base={`/family/${page.child.id}`} />
    </>
  )
}
