import type { CatalogueEntry } from '@/lib/catalogue/rules'
import { doseWords, waveWord } from '@/lib/catalogue/words'

type Props = { caption: string; entries: readonly CatalogueEntry[]; base: string }

const HEADS = ['What', 'Kind of support', 'For', 'How', 'Training'] as const

/** Entries of the catalogue, one a row; cards on a phone. */
export function EntryTable({ caption, entries, base }: Props) {
  return (
    <section>
      <h2>{caption}</h2>
      <table className="register" role="table">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {HEADS.map((head) => (
              <th role="columnheader" scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {entries.map((entry) => (
            <tr role="row" key={entry.id}>
              <th role="rowheader" scope="row">
                <a href={`${base}/${entry.id}`}>{entry.name}</a>
                {!entry.additional && <small>Ordinary teaching</small>}
              </th>
              <td role="cell" data-l={HEADS[1]}>
                {entry.form}
              </td>
              <td role="cell" data-l={HEADS[2]}>
                {waveWord[entry.wave]}
              </td>
              <td role="cell" data-l={HEADS[3]}>
                {doseWords(entry) || 'As the plan says'}
              </td>
              <td role="cell" data-l={HEADS[4]}>
                {entry.training ?? 'None'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
