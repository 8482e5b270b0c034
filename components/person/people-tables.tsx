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
  if (person.hasEnded)
    return (
      <>
        <ToneTag tone="none">Access ended</ToneTag>
        {person.untilOn && <small>on {longDate(person.untilOn)}</small>}
      </>
    )
  return person.hasPassword ? (
    <ToneTag tone="met">Can sign in</ToneTag>
  ) : (
    <ToneTag tone="risk">No password yet</ToneTag>
  )
}

type Props = { caption: string; people: readonly PersonLine[]; base: string; reach: string }

/** Everyone with an account, staff or families, with what they reach and whether they can sign in; cards on a phone. */
export function PeopleTable({ caption, people, base, reach }: Props) {
  return (
    <table className="register" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Name', 'Role', reach, 'Access'].map((heading) => (
            <th role="columnheader" scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {people.map((person) => (
          <tr role="row" key={person.id}>
            <th role="rowheader" scope="row">
              <a href={`${base}/people/${person.id}`}>{person.name}</a>
              <small>{person.email}</small>
            </th>
            <td role="cell" data-l="Role">
              {capital(roleWords(person.role))}
            </td>
            <td role="cell" data-l={reach}>
              {[...person.classes, ...person.children].join(', ') || 'None'}
            </td>
            <td role="cell" className="full">
              <Access person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
