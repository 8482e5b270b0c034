import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { CoverageByPerson, CoverageByPupil } from '@/components/read-receipt/coverage'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getCoverage } from '@/lib/read-receipt/queries'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string }> }

/** Who has read which plan, by pupil and by person. */
export default async function ReadReceiptsPage({ params }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const { byPupil, byPerson } = await orNotFound(getCoverage(actor, now()))
  const title = 'Who has read the plans'
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={`/schools/${schoolSlug}`}>Back to Today</BackLink>
      <PageTitle lead="Everyone who works with a pupil knows needs, outcomes, support and strategies (Code 6.49)">
        {title}
      </PageTitle>
      {byPupil.length === 0 ? (
        <p>No plan is in force that could be read.</p>
      ) : (
        <>
          <CoverageByPerson people={byPerson} base={`/schools/${schoolSlug}`} />
          <CoverageByPupil plans={byPupil} base={`/schools/${schoolSlug}`} />
        </>
      )}
    </>
  )
}
