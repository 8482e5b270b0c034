import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { CaughtLetter } from '@/components/mail/caught-letter'
import { getCaughtMail } from '@/lib/mail/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string; mailId: string }> }

/** A letter that was caught, because no mail server is set. */
export default async function CaughtMailPage({ params }: Props) {
  const { schoolSlug, mailId } = await params
  const actor = await requireActor(schoolSlug)
  const letter = await orNotFound(getCaughtMail(actor, mailId, now()))
  return (
    <>
      <DocumentTitle>{letter.subject}</DocumentTitle>
      <BackLink href={`/schools/${schoolSlug}/mail`}>Back to mail</BackLink>
      <PageTitle lead={`To ${letter.to}`}>{letter.subject}</PageTitle>
      <CaughtLetter letter={letter} />
    </>
  )
}
