import { ContactForm } from '@/components/contact/contact-form'
import { OneButtonForm, RestrictionForm } from '@/components/contact/restriction-forms'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { boxesOf } from '@/components/pupil/boxes'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { getContactToChange } from '@/lib/contact/queries'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitAccess, submitContactChange, submitLift, submitRestriction } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; contactId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Readonly<Record<string, string>> = {
  restricted: 'The restriction was saved',
  lifted: 'The restriction has ended',
}

const tick = (is: boolean) => (is ? 'yes' : '')

export default async function ContactPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId, contactId } = await params
  const actor = await requireActor(schoolSlug)
  const contact = await orNotFound(getContactToChange(actor, pupilId, idOrNotFound(contactId), now()))
  const { pupil, version, tieVersion } = contact
  const { saved } = await searchParams
  const where = { schoolSlug, pupilId: pupil.id, contactId: contact.contactId, version, tieVersion }
  const title = `${contact.fullName}, for ${pupil.name}`
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <Saved words={SAVED[saved ?? '']} />
      <PageTitle
        lead={
          contact.alsoOf.length > 0 ? `Also a parent or carer of ${contact.alsoOf.join(' and ')}` : undefined
        }
      >
        {title}
      </PageTitle>
      <div className="cols">
        <Card heading="Who they are and how to reach them">
          {contact.alsoOf.length > 0 && <p>Name and addresses change for all their children.</p>}
          <ContactForm
            action={submitContactChange.bind(null, where)}
            givenName={pupil.givenName}
            title={title}
            submit="Save"
            initial={{
              title: contact.title ?? '',
              fullName: contact.fullName,
              relationship: contact.relationship,
              hasParentalResponsibility: tick(contact.hasParentalResponsibility),
              caresForPupil: tick(contact.caresForPupil),
              email: contact.email ?? '',
              phone: contact.phone ?? '',
              address: contact.address ?? '',
              language: contact.language ?? '',
            }}
          />
        </Card>
        <div>
          <Card heading="Signing in">
            {contact.isRestricted ? (
              <p>A restriction is in force, so they see nothing about {pupil.givenName}.</p>
            ) : contact.membershipId ? (
              <p>
                They have an account.{' '}
                <a href={`/schools/${schoolSlug}/people/${contact.membershipId}`}>
                  Make a link for a password
                </a>
              </p>
            ) : (
              <>
                <p>They read what is shared about their own children, and nothing of any other parent.</p>
                <OneButtonForm action={submitAccess.bind(null, where)} label="Let them sign in" />
              </>
            )}
          </Card>
          <Card heading="Restriction">
            <p>
              All parents are treated alike, unless a court order limits one of them. A restricted contact is
              sent nothing, sees nothing and is asked to nothing about {pupil.givenName}.
            </p>
            {contact.restrictedFrom && contact.isRestricted && (
              <p>
                <b>In force since {longDate(contact.restrictedFrom)}.</b>
              </p>
            )}
            <RestrictionForm
              // What was typed stays when someone else was first: anew only once it is saved or lifted.
              key={saved ?? ''}
              action={submitRestriction.bind(null, where)}
              initial={{
                ...boxesOf('restrictedFrom', contact.restrictedFrom),
                ...boxesOf('restrictedUntil', contact.restrictedUntil),
                restrictionReason: contact.restrictionReason ?? '',
              }}
            />
            {contact.isRestricted && (
              <OneButtonForm action={submitLift.bind(null, where)} label="End the restriction today" />
            )}
          </Card>
        </div>
      </div>
    </>
  )
}
