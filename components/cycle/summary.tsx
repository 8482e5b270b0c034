export type SummaryRow = {
  term: string
  /** What is written, with its own lines; null where nothing is yet. */
  is: string | null
  /** A line beneath: who said it, when. */
  more?: string | null
}

/** What is written under each question; where nothing is yet, that is said too. */
export function Summary({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="govuk-summary-list">
      {rows.map(({ term, is, more }) => (
        <div className="govuk-summary-list__row" key={term}>
          <dt className="govuk-summary-list__key">{term}</dt>
          <dd className="govuk-summary-list__value">
            {is === null ? (
              <span className="soft">Nothing written yet</span>
            ) : (
              <span className="pre">{is}</span>
            )}
            {more && <p className="small soft last">{more}</p>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
