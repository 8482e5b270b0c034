import { BAR_STATES, type BarCounts } from '@/components/look/bars'
import { StateTag } from '@/components/look/state-tag'

type Props = {
  caption: string
  columns: readonly { label: string; counts: BarCounts }[]
  /** Also the states in which nobody is. */
  all?: boolean
}

/** How many pupils stand in each state, column beside column; on a phone a card for each state. */
export function StateTable({ caption, columns, all = false }: Props) {
  const states = BAR_STATES.filter((state) => all || columns.some(({ counts }) => counts[state] > 0))
  return (
    <table className="register" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            State
          </th>
          {columns.map(({ label }) => (
            <th scope="col" role="columnheader" key={label}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {states.map((state) => (
          <tr role="row" key={state}>
            <th scope="row" role="rowheader">
              <StateTag state={state} />
            </th>
            {columns.map(({ label, counts }) => (
              <td role="cell" data-l={label} key={label}>
                {counts[state]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
