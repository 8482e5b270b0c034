import { longDate } from '@/lib/calendar/iso-date'
import type { GovernorFigures } from '@/lib/oversight/governor.rules'
import { shownWords } from '@/lib/oversight/words'

/** Meetings held and needed by each due point, where the picture of them would show a step below six. */
export function StepsTable({ steps }: Pick<GovernorFigures, 'steps'>) {
  if (steps.length === 0) return <p>There are too few pupils to show this.</p>
  return (
    <table className="govuk-table last">
      <caption className="govuk-visually-hidden">Parent meetings held against needed</caption>
      <thead>
        <tr>
          <th scope="col">By</th>
          <th scope="col" className="n">
            Needed
          </th>
          <th scope="col" className="n">
            Held
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ by, needed, held }) => (
          <tr key={by}>
            <td>{needed === null ? `${longDate(by)}, today` : longDate(by)}</td>
            <td className="n">{needed === null ? '' : shownWords(needed)}</td>
            <td className="n">{shownWords(held)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
