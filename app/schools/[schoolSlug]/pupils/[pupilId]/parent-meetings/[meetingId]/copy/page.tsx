import { notFound } from 'next/navigation'
import { HowToPrint } from '@/components/family/how-to-print'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { RecordLines } from '@/components/parent-meeting/record-lines'
import { HeardBy } from '@/components/parent-meeting/version'
import { longDate } from '@/lib/calendar/iso-date'
import { getVersions } from '@/lib/parent-meeting/record.queries'
import { recordLines } from '@/lib/parent-meeting/signing.words'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; meetingId: string }> }

/** The newest version of a record as it is handed to a parent, made for paper (6.71). */
export default async function CopyPage({ params }: Props) {
  const { schoolSlug, pupilId, meetingId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, meeting, versions } = await orNotFound(getVersions(actor, { pupilId, meetingId }, now()))
  const [version] = versions
  if (!version) notFound()
  const { number, reason, signedBy, signedOn, content, readBack } = version
  const title = `What we agreed about ${pupil.givenName}`
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={`${pupilAddress({ schoolSlug, pupilId: pupil.id })}/parent-meetings/${meeting.id}`}>
        Back to the meeting
      </BackLink>
      <PageTitle lead={`Meeting on ${longDate(meeting.on)}`}>{title}</PageTitle>
      <HowToPrint what="this copy" />
      <section className="card" aria-label="The record">
        {number > 1 && (
          <p className="pre">
            This is version {number}. Why it was changed: {reason}
          </p>
        )}
        <RecordLines lines={recordLines(content, pupil.givenName, true)} />
        <HeardBy readBack={readBack} />
        <p>
          Signed off by {signedBy} on {longDate(signedOn)}. If anything is not as you remember it, or not
          clear, please tell us.
        </p>
      </section>
    </>
  )
}
