import type { ReactNode } from 'react'

/** What most people need not read, behind its name. */
export function Details({
  summary,
  small = false,
  children,
}: {
  summary: string
  small?: boolean
  children: ReactNode
}) {
  return (
    <details className={small ? 'govuk-details small' : 'govuk-details'}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}
