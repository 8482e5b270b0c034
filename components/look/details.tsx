import type { ReactNode } from 'react'

/** What most people need not read, behind its name. */
export function Details({
  summary,
  small = false,
  open = false,
  children,
}: {
  summary: string
  small?: boolean
  /** Open from the beginning: what is wrong inside is not hidden. */
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className={small ? 'govuk-details small' : 'govuk-details'}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}
