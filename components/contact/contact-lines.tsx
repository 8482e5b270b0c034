import { longDate } from '@/lib/calendar/iso-date'
import type { ContactLine } from '@/lib/contact/line.rules'
import { parentWords, RESTRICTED_BANNER } from '@/lib/contact/words'
import { ToneTag, ToneWord } from '@/components/look/state-tag'

type Props = {
  contacts: readonly ContactLine[]
  givenName: string
  /** Where a contact is changed, without its id; nothing for those who may not. */
  href?: string | undefined
}

function Restricted({ contact: { restriction, isRestricted } }: { contact: ContactLine }) {
  if (!isRestricted && !restriction) return null
  // Those who set restrictions read why; a teacher reads only that they must ask.
  if (!restriction)
    return (
      <p>
        <ToneWord tone="miss">{RESTRICTED_BANNER}</ToneWord>
      </p>
    )
  const { from, until, reason, holds } = restriction
  return (
    <>
      <p>
        <ToneTag tone={holds ? 'miss' : 'none'}>{holds ? 'Restricted' : 'Restriction not in force'}</ToneTag>{' '}
        <span className="small">
          from {longDate(from)}
          {until && ` until ${longDate(until)}`}
        </span>
      </p>
      {reason && <p className="small pre">{reason}</p>}
    </>
  )
}

function Details({ contact: { details } }: { contact: ContactLine }) {
  if (!details) return null
  const { email, phone, address, language, hasAccount } = details
  return (
    <p className="small">
      {phone && (
        <>
          {phone}
          <br />
        </>
      )}
      {email && (
        <>
          {email}
          <br />
        </>
      )}
      {address && (
        <span className="pre">
          {address}
          <br />
        </span>
      )}
      {language && (
        <>
          Speaks {language}
          <br />
        </>
      )}
      {hasAccount && 'Can sign in'}
    </p>
  )
}

/** A pupil's parents and carers, as far as whoever looks may know (domain.md 6, Parents). */
export function ContactLines({ contacts, givenName, href }: Props) {
  if (contacts.length === 0) return <p>No parent or carer on record.</p>
  return (
    <ul className="lines">
      {contacts.map((contact) => (
        <li key={contact.contactId}>
          <p>
            <b>{contact.name}</b>
            <span className="soft small">, {contact.relationship.toLowerCase()}</span>
          </p>
          <p className="small soft">{parentWords(contact, givenName)}</p>
          <Restricted contact={contact} />
          <Details contact={contact} />
          {href && (
            <p className="small">
              <a href={`${href}/${contact.contactId}`}>
                Change<span className="govuk-visually-hidden"> {contact.name}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
