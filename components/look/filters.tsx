import type { ReactNode } from 'react'
import { Icon } from './icon'

type Props = {
  action: string
  /** What the form searches, for screen readers: "Register". */
  label: string
  /** How many filters are set; the one control on a phone says so. */
  chosen: number
  /** What stands in a row, the search first and the button last. */
  children: ReactNode
  /** What stands beneath: ticks, further filters, the chips of what is chosen. */
  more?: ReactNode
}

/** A filter form that lies open on a desk; on a phone it stands behind one "Filters" control, with no JavaScript. */
export function Filters({ action, label, chosen, children, more }: Props) {
  return (
    <form className="filters" action={action} role="search" aria-label={label}>
      <label className="filters-toggle">
        <input type="checkbox" autoComplete="off" />
        <span>{chosen > 0 ? `Search and filters, ${chosen} set` : 'Search and filters'}</span>
        <Icon name="down" />
      </label>
      <div className="filters-row">{children}</div>
      {more && <div className="filters-more">{more}</div>}
    </form>
  )
}

/** A filter that is set, with the way to take it off. */
export function Chip({ href, children }: { href: string; children: string }) {
  return (
    <a className="chip" href={href}>
      {children} <span className="govuk-visually-hidden">remove this filter</span>
      <Icon name="close" />
    </a>
  )
}
