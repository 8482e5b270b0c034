import type { ContactLine } from '@/lib/contact/line.rules'
import type { StaffOfPupil } from '@/lib/pupil/header.rules'
import { throughWords } from '@/lib/pupil/words'
import { Card } from '@/components/look/card'
import { ContactLines } from '@/components/contact/contact-lines'

type Props = {
  contacts: readonly ContactLine[]
  staff: readonly StaffOfPupil[]
  givenName: string
  base: string
  mayChange: boolean
}

/** Who is around the pupil: parents and carers, and the staff who teach or support (6.49, P31). */
export function PeopleCard({ contacts, staff, givenName, base, mayChange }: Props) {
  return (
    <Card heading="People" id="people">
      <h3>Parents and carers</h3>
      <ContactLines
        contacts={contacts}
        givenName={givenName}
        href={mayChange ? `${base}/contacts` : undefined}
      />
      <h3>Staff who teach or support</h3>
      {staff.length === 0 ? (
        <p>Nobody named yet, with the class or for this pupil.</p>
      ) : (
        <ul className="lines">
          {staff.map((member) => (
            <li key={member.membershipId}>
              <b>{member.name}</b>
              <span className="soft small">, {throughWords(member)}</span>
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <p className="small last">
          <a href={`${base}/people`}>Change who is around {givenName}</a>
        </p>
      )}
    </Card>
  )
}
