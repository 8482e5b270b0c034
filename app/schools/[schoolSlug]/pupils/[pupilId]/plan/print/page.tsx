import { HowToPrint } from '@/components/family/how-to-print'
import { PlanSheet } from '@/components/family/plan-sheet'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { CopyLinks } from '@/components/plan/copy-links'
import { getSchoolCopy } from '@/lib/family/copy.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../where'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

/** The school's copy of the plan, made for paper. */
export default async function SchoolCopyPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const copy = await orNotFound(getSchoolCopy(actor, pupilId, now()))
  const { id, name } = copy.child
  return (
    <>
      <DocumentTitle>{`A copy of the plan of ${name}`}</DocumentTitle>
      <BackLink href={`/schools/${schoolSlug}/pupils/${id}`}>Back to {name}</BackLink>
      <HowToPrint />
      {copy.plan && (
        <CopyLinks
          base={`${pupilAddress({ schoolSlug, pupilId: id })}/plan/copy`}
          editions={[
            { edition: 'staff', called: 'The school’s copy' },
            { edition: 'family', called: 'The family’s copy' },
          ]}
        />
      )}
      <PlanSheet {...copy} />
    </>
  )
}
