import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { Version } from '@/components/parent-meeting/version'
import { longDate } from '@/lib/calendar/iso-date'
import { getVersions } from '@/lib/parent-meeting/record.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }> }

/** Every version of a signed record, each beside the one before it. */
export default async function VersionsPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, meeting, versions } = await orNotFound(getVersions(actor, { pupilId, meetingId }, now()))
  const title = `Versions of the record about ${pupil.name}`
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={`${pupilAddress({ schoolSlug, pupilId: pupil.id })}/parent-meetings/${meeting.id}`}>
        Back to the meeting
      </BackLink>
      <PageTitle lead={`Meeting on ${longDate(meeting.on)}. What was signed off is never altered.`}>
        {title}
      </PageTitle>
      {versions.map((version) => (
        <Version
          key={version.number}
          version={version}
          before={versions.find(({ number }) => number === version.number - 1) ?? null}
          givenName={pupil.givenName}
        />
      ))}
    </>
  )
}
