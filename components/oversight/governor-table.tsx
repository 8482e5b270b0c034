import { GOVERNOR_COLUMNS, type GovernorFigures } from '@/lib/oversight/governor.rules'
import { governorColumnWords, shownWords, yearWords } from '@/lib/oversight/words'

/** Pupils by year group and state, with no figure below six and none from which one could be worked out (1.13; 8.3). */
export function GovernorTable({ byYear }: Pick<GovernorFigures, 'byYear'>) {
  if (!byYear) return <p>There are too few pupils to show a table.</p>
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Three parent meetings, by year group">
      <table className="govuk-table small last">
        <caption className="govuk-visually-hidden">Pupils by year group and state</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            {GOVERNOR_COLUMNS.map((column) => (
              <th scope="col" className="n" key={column}>
                {governorColumnWords[column]}
              </th>
            ))}
            <th scope="col" className="n">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {byYear.rows.map(({ key, cells, all }) => (
            <tr key={String(key)}>
              <th scope="row">{yearWords(key)}</th>
              {GOVERNOR_COLUMNS.map((column, at) => (
                <td className="n" key={column}>
                  {shownWords(cells[at] ?? 'withheld')}
                </td>
              ))}
              <td className="n">{shownWords(all)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">School</th>
            {GOVERNOR_COLUMNS.map((column, at) => (
              <td className="n" key={column}>
                {shownWords(byYear.columnTotals[at] ?? 'withheld')}
              </td>
            ))}
            <td className="n">
              <b>{shownWords(byYear.total)}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
