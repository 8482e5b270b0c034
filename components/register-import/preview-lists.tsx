import type { FieldChange } from '@/lib/register-import/changes.rules'
import type { ChangedLine, NewLine, ProblemLine, Shown } from '@/lib/register-import/preview.rules'
import type { IgnoredRow } from '@/lib/register-import/table.rules'
import { changeWords, count, importedStatusWords, sentence } from '@/lib/register-import/words'
import { yearGroupWords } from '@/lib/pupil/rules'

/** Says that a list goes on, and what becomes of the rest. */
function More({ list, what }: { list: Shown<unknown>; what: string }) {
  if (list.all <= list.first.length) return null
  return (
    <p className="soft">
      The first {list.first.length} of {count(list.all, 'line')} are shown; {what}.
    </p>
  )
}

/** Each field that changes, before and after. */
export function Changes({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <ul className="changes small">
      {changes.map((change, index) => {
        const { start, value, end } = changeWords(change)
        return (
          <li key={`${change.field}${index}`}>
            {start} <strong>{value}</strong> {end}
          </li>
        )
      })}
    </ul>
  )
}

/** Pupils who change, field by field. */
export function ChangedPupils({ list, pupils }: { list: Shown<ChangedLine>; pupils: string }) {
  return (
    <>
      <ul className="lines">
        {list.first.map(({ row, pupilId, name, changes, closesCycle }) => (
          <li key={pupilId}>
            <p>
              <a href={`${pupils}/${pupilId}`}>{name}</a> <span className="soft small">row {row}</span>
            </p>
            <Changes changes={changes} />
            {closesCycle !== null && (
              <p className="small">
                Cycle {closesCycle} is open, and is closed as it stands: the support ends.
              </p>
            )}
          </li>
        ))}
      </ul>
      <More list={list} what="all of them are imported" />
    </>
  )
}

const knownOf = ({ yearGroup, className, status, needs }: NewLine) =>
  [
    yearGroup === null ? null : yearGroupWords(yearGroup),
    className,
    status === null ? null : importedStatusWords[status],
    needs.length === 0 ? null : needs.join(', '),
  ].filter((part) => part !== null)

/** Pupils who are not in the register yet. */
export function NewPupils({ list }: { list: Shown<NewLine> }) {
  return (
    <>
      <ul className="lines">
        {list.first.map((line) => (
          <li key={line.row}>
            <strong>{line.name}</strong> <span className="soft small">row {line.row}</span>
            <br />
            <span className="small">{knownOf(line).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <More list={list} what="all of them are imported" />
    </>
  )
}

/** Rows that stay out, each with what is wrong and what was expected. */
export function ProblemRows({ list }: { list: Shown<ProblemLine> }) {
  return (
    <>
      <ul className="lines">
        {list.first.map(({ row, column, found, message }, index) => (
          <li key={`${row}${column}${index}`}>
            <strong>Row {row}</strong>
            {column && `, ${column}`}
            {found && (
              <>
                {' '}
                <span className="soft">has</span> “{found}”
              </>
            )}
            <p>{sentence(message)}</p>
          </li>
        ))}
      </ul>
      <More list={list} what="the file of rows to mend has them all" />
    </>
  )
}

/** Rows that are nobody's, with the reason. */
export function IgnoredRows({ list }: { list: Shown<IgnoredRow> }) {
  return (
    <>
      <ul className="plain">
        {list.first.map(({ row, reason }, index) => (
          <li key={`${row}${index}`}>
            Row {row}: {sentence(reason)}
          </li>
        ))}
      </ul>
      <More list={list} what="none of them is a pupil of its own" />
    </>
  )
}
