import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Role } from '@/lib/platform/actor'
import { roleWords } from '@/lib/person/words'
import { ToneTag } from '@/components/look/state-tag'

export type PersonLine = {
  id: string
  name: string
  role: Role
  email: string | null
  classes: string[]
  children: string[]
  untilOn: IsoDate | null
  hasEnded: boolean
  hasPassword: boolean
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Access({ person }: { person: PersonLine }) {
  if (person.hasEnded) return <ToneTag tone="none">Access ended</ToneTag>
  return person.hasPassword ? (
    <ToneTag tone="met">Can sign in</ToneTag>
  ) : (
    <ToneTag tone="risk">No password yet</ToneTag>
  )
}

/** Everyone with an account, staff or families, with what they reach and whether they can sign in. */
export function PeopleTable({
  caption,
  people,
  base,
  reach,
}: {
  caption: string
  people: readonly PersonLine[]
  base: string
  reach: string
}) {
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="govuk-table">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">{reach}</th>
            <th scope="col">Access</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a href={`${base}/people/${person.id}`}>{person.name}</a>
                <br />
                <span className="soft small">{person.email}</span>
              </th>
              <td>{capital(roleWords(person.role))}</td>
              <td>
                {[...person.classes, ...person.children].join(', ') || <span className="soft">None</span>}
              </td>
              <td>
                <Access person={person} />
                {person.hasEnded && person.untilOn && (
                  <p className="small soft last">on {longDate(person.untilOn)}</p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
