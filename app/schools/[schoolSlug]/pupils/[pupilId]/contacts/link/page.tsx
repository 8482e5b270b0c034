import { LinkContactForm } from '@/components/contact/link-form'
import { ContactSearch } from '@/components/contact/contact-search'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { findContactsToLink, FOUND_AT_MOST } from '@/lib/contact/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitLink } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ name?: string | string[] }>
}

export default async function LinkContactPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { name } = await searchParams
  const asked = typeof name === 'string' ? name : ''
  const { pupil, found } = await orNotFound(findContactsToLink(actor, pupilId, asked, now()))
  const title = `Add a parent already on record to ${pupil.name}`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}/contacts/add`}>
        Back to add a parent or carer
      </BackLink>
      <PageTitle lead="A brother’s or sister’s parent: one entry, for all their children here">
        {title}
      </PageTitle>
      <ContactSearch asked={asked} found={found?.length ?? null} atMost={FOUND_AT_MOST} />
      {found && found.length > 0 ? (
        <LinkContactForm
          key={asked}
          action={submitLink.bind(null, { schoolSlug, pupilId: pupil.id })}
          givenName={pupil.givenName}
          title={title}
          found={found}
        />
      ) : (
        <DocumentTitle>{title}</DocumentTitle>
      )}
    </>
  )
}
