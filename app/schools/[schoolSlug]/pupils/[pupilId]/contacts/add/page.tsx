import { ContactForm } from '@/components/contact/contact-form'
import { BackLink } from '@/components/look/back-link'
import { getPupilToAddContactTo } from '@/lib/contact/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitContact } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function AddContactPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil } = await orNotFound(getPupilToAddContactTo(actor, pupilId, now()))
  const base = `/schools/${schoolSlug}/pupils/${pupil.id}`
  return (
    <>
      <BackLink href={base}>Back to {pupil.name}</BackLink>
      <p>
        <a href={`${base}/contacts/link`}>They are on record already, for a brother or sister</a>
      </p>
      <ContactForm
        action={submitContact.bind(null, { schoolSlug, pupilId: pupil.id })}
        givenName={pupil.givenName}
        title={`Add a parent or carer of ${pupil.name}`}
        submit="Add this parent or carer"
        initial={{ hasParentalResponsibility: 'yes', caresForPupil: 'yes' }}
        heading
      />
    </>
  )
}
