import { useSyncExternalStore } from 'react'

/** A field in which what is saved and what was typed are two texts. */
export type TwoTexts = { question: string; saved: string; typed: string }

/** What a form says of its draft: above it that it was taken up again, at its foot when it was last saved. */
export type DraftShown = {
  line: string
  takenUp: { when: string; apart: readonly TwoTexts[]; startAgain: () => void } | null
  setAside: { bringBack: () => void } | null
}

const SILENT: DraftShown = { line: '', takenUp: null, setAside: null }

// A form's summary stands above it and its button below, each drawn by the form's own component: what they say of the draft
// is kept here by the form itself, so that no form has to hand it on.
const shown = new WeakMap<HTMLFormElement, DraftShown>()
const listening = new Set<() => void>()

const subscribe = (listen: () => void) => {
  listening.add(listen)
  return () => void listening.delete(listen)
}

/** Says something else of the form's draft. */
export function showDraft(form: HTMLFormElement, change: Partial<DraftShown>): void {
  shown.set(form, { ...(shown.get(form) ?? SILENT), ...change })
  listening.forEach((listen) => listen())
}

/** What is said of the draft of this form; null for a form that keeps none. */
export const useDraftShown = (form: HTMLFormElement | null): DraftShown | null =>
  useSyncExternalStore(
    subscribe,
    () => (form && shown.get(form)) ?? null,
    () => null,
  )
