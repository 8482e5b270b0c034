import type { ReactNode } from 'react'

/** Nothing here yet: said calmly, with the one thing to do about it. */
export function EmptyState({ heading, children }: { heading: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <svg className="marks" viewBox="0 0 62 16" aria-hidden="true">
        <use href="#meter-ooo" />
      </svg>
      <h2>{heading}</h2>
      {children}
    </div>
  )
}
