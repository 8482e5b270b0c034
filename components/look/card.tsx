import type { ReactNode } from 'react'

type Props = {
  heading?: string
  /** Named for screen readers where no heading is shown. */
  label?: string
  id?: string
  /** The sun at its edge: what matters now. At most one a screenful. */
  now?: boolean
  /** A line at the right of the heading. */
  aside?: ReactNode
  /** Further classes of ours: `count` for a list of what counts. */
  className?: string
  children: ReactNode
}

/** One thought on a card of its own. */
export function Card({ heading, label, id, now = false, aside, className = '', children }: Props) {
  const classes = ['card', now && 'now', className].filter(Boolean).join(' ')
  return (
    <section className={classes} id={id} aria-label={label}>
      {heading && aside && (
        <div className="title">
          <h2>{heading}</h2>
          <span className="soft small">{aside}</span>
        </div>
      )}
      {heading && !aside && <h2>{heading}</h2>}
      {children}
    </section>
  )
}

export type Fact = { term: string; is: ReactNode }

/** A row of facts at a glance. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, is }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{is}</dd>
        </div>
      ))}
    </dl>
  )
}
