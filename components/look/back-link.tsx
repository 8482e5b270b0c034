import type { ReactNode } from 'react'

/** The way back, said by the name of the page it goes to. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="govuk-back-link" href={href}>
      {children}
    </a>
  )
}
