'use client'

import { useEffect, useRef } from 'react'

/** The browser asks before it leaves a page on which something was typed that is neither sent nor kept as a draft. */
export function useUnsavedWarning(unsaved: boolean, isKept: () => boolean) {
  const kept = useRef(isKept)
  useEffect(() => {
    kept.current = isKept
  })
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => {
      if (!kept.current()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
}
