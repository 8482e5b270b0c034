import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { ChooseVersions } from '@/components/plan/choose-versions'
import { getVersions } from '@/lib/plan/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../where'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

/** Every version of a pupil's plans, and any two of them to compare. */
export default async function VersionsPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, versions } = await orNotFound(getVersions(actor, pupilId, now()))
  const base = pupilAddress({ schoolSlug, pupilId: pupil.id })
  return (
    <>
      <DocumentTitle>{`Versions of the plan of ${pupil.name}`}</DocumentTitle>
      <BackLink href={base}>Back to {pupil.name}</BackLink>
      <PageTitle lead="What was published stays as it was. Choose two to see what is different">
        Versions of the plan of {pupil.name}
      </PageTitle>
      {versions.length === 0 ? (
        <Card>
          <p>No plan has come into force yet.</p>
        </Card>
      ) : (
        <ChooseVersions versions={versions} base={base} />
      )}
    </>
  )
}
