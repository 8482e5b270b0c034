import { MailTable } from '@/components/mail/mail-table'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { PageTitle } from '@/components/look/page-title'
import { listMail } from '@/lib/mail/queries'
import { KEEP_CAUGHT_DAYS } from '@/lib/mail/rules'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string }> }

/** What the school has sent, and what came of it; where no mail server is set, the letters themselves. */
export default async function MailPage({ params }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const mails = await orNotFound(listMail(actor))
  return (
    <>
      <DocumentTitle>Mail</DocumentTitle>
      <PageTitle lead="The last hundred letters sent by email, newest first">Mail</PageTitle>
      {mails.length === 0 ? (
        <EmptyState heading="Nothing has been sent yet">
          <p>Invite parents from the page of a meeting.</p>
        </EmptyState>
      ) : (
        <MailTable mails={mails} base={`/schools/${schoolSlug}`} />
      )}
      <p className="soft">
        Letters are not kept once they are sent. Where no mail server is set they are kept here for{' '}
        {KEEP_CAUGHT_DAYS} days instead.
      </p>
    </>
  )
}
