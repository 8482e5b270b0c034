import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { ContentSheet } from '@/components/plan/content-sheet'
import { longDate } from '@/lib/calendar/iso-date'
import { getVersion } from '@/lib/plan/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; versionId: string }> }

/** One version of a plan, as it was published. */
export default async function VersionPage({ params }: Props) {
  const { schoolSlug, pupilId, versionId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, version } = await orNotFound(getVersion(actor, pupilId, versionId, now()))
  const base = pupilAddress({ schoolSlug, pupilId: pupil.id })
  const title = `Version ${version.number} of the plan of ${pupil.name}`
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={`${base}/plan/versions`}>Back to the versions</BackLink>
      <PageTitle
        lead={`Cycle ${version.cycleNumber}. From ${longDate(version.appliesFrom)}, published by ${version.publishedBy}. It stays as it was`}
      >
        {title}
      </PageTitle>
      {version.reason && <p className="govuk-inset-text">Why: {version.reason}</p>}
      <ContentSheet content={version.content} />
    </>
  )
}
