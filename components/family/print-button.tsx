'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Prints the page; without JavaScript it is not offered, and the words beside it say how else. */
export function PrintButton({ children }: { children: string }) {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!isLive) return null
  return (
    <button type="button" className="govuk-button noprint" onClick={() => window.print()}>
      {children}
    </button>
  )
}
