import type { ReactNode } from 'react'

type Props = { children: ReactNode; lead?: ReactNode; actions?: ReactNode; status?: ReactNode }

/** The heading of a page, a line beneath it, and at the right what can be done or what was saved. */
export function PageTitle({ children, lead, actions, status }: Props) {
  return (
    <div className="title">
      <div>
        <h1>{children}</h1>
        {lead && <p className="soft">{lead}</p>}
      </div>
      {actions && <div className="govuk-button-group noprint">{actions}</div>}
      {status && <div>{status}</div>}
    </div>
  )
}
