import { HowToPrint } from '@/components/family/how-to-print'
import { PlanSheet } from '@/components/family/plan-sheet'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { CopyLinks } from '@/components/plan/copy-links'
import { getFamilyCopy } from '@/lib/family/copy.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireParentOf } from '@/lib/session/require'

type Props = { params: Promise<{ pupilId: string }> }

/** The family's copy of the plan, to read or to print. */
export default async function FamilyCopyPage({ params }: Props) {
  const { pupilId } = await params
  const { actor } = await requireParentOf(pupilId)
  const copy = await orNotFound(getFamilyCopy(actor, pupilId, now()))
  const { id, givenName } = copy.child
  return (
    <>
      <DocumentTitle>{`A copy of ${givenName}’s plan`}</DocumentTitle>
      <BackLink href={`/family/${id}`}>Back to {givenName}</BackLink>
      <HowToPrint />
      {copy.plan && (
        <CopyLinks
          base={`/family/${id}/plan/copy`}
          editions={[{ edition: 'family', called: 'The plan as a file' }]}
        />
      )}
      <PlanSheet {...copy} />
    </>
  )
}
