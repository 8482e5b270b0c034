'use client'

import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { type FormValues, readForm } from '@/lib/platform/form-state'

const PAUSE_IN_MILLISECONDS = 600

/** What stands in a form while it is being filled in, a moment after each pause; before that, what it began with. */
export function useTyped(asLoaded: FormValues) {
  const [typed, setTyped] = useState<FormValues | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const onInput = (event: SyntheticEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => setTyped(readForm(new FormData(form)).values), PAUSE_IN_MILLISECONDS)
  }
  return { typed: typed ?? asLoaded, onInput }
}
