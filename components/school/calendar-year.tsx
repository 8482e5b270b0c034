import { Details } from '@/components/look/details'
import { ToneTag } from '@/components/look/state-tag'
import { dateRange, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { schoolDaysWords } from '@/lib/school/words'

type Props = {
  calendar: {
    name: string
    version: number
    isCurrent: boolean
    bounds: { firstDay: IsoDate; lastDay: IsoDate }
    terms: readonly {
      name: string
      firstDay: IsoDate
      lastDay: IsoDate
      schoolDays: number
      dueOn: IsoDate | null
    }[]
    closures: readonly { from: IsoDate; until: IsoDate; reason: string }[]
    schoolDays: number
  }
  /** Where this year is changed; nothing for those who may not. */
  href: string | null
}

/** One school year: its terms, its school days, and the days by which meetings are due (6.65). */
export function CalendarYear({ calendar, href }: Props) {
  const { name, version, isCurrent, bounds, terms, closures, schoolDays } = calendar
  const isSet = version > 0
  return (
    <section className={isCurrent ? 'card now' : 'card'}>
      <div className="title">
        <h2>{isCurrent ? `${name}, this school year` : name}</h2>
        {isSet ? (
          <ToneTag tone="met">Set by the school</ToneTag>
        ) : (
          <ToneTag tone="none">Usual dates stand in</ToneTag>
        )}
      </div>
      <p>
        {dateRange(bounds.firstDay, bounds.lastDay)}. <b>{schoolDaysWords(schoolDays)}</b>.
      </p>
      <table className="register" role="table">
        <caption className="govuk-visually-hidden">Terms of {name}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['Term', 'First day', 'Last day', 'School days', 'Meeting due by'].map((head) => (
              <th scope="col" role="columnheader" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {terms.map((term) => (
            <tr role="row" key={term.firstDay}>
              <th scope="row" role="rowheader">
                <b>{term.name}</b>
              </th>
              <td role="cell" data-l="First day">
                {longDate(term.firstDay)}
              </td>
              <td role="cell" data-l="Last day">
                {longDate(term.lastDay)}
              </td>
              <td role="cell" data-l="School days">
                {term.schoolDays}
              </td>
              <td role="cell" data-l="Meeting due by">
                {term.dueOn ? (
                  longDate(term.dueOn)
                ) : (
                  <span className="soft">None, the term is too short</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Details summary={`Closed days in ${name}`}>
        {closures.length === 0 ? (
          <p>None.</p>
        ) : (
          <ul>
            {closures.map(({ from, until, reason }) => (
              <li key={from}>
                {dateRange(from, until)}: {reason}
              </li>
            ))}
          </ul>
        )}
      </Details>
      {href && (
        <p className="noprint">
          <a href={href}>
            {isSet ? 'Change' : 'Set'} the calendar of {name}
          </a>
        </p>
      )}
    </section>
  )
}
