import type { FormValues } from '@/lib/platform/form-state'

// A session can end while somebody is still typing. What they typed then waits in this tab, and nowhere else,
// until they have signed in again: for a quarter of an hour, once, only for the same form on the same page, and only
// for the same person. On a classroom's computer the next to sign in is often somebody else.
const KEY = 'kept-answers'
const KEPT_FOR = 15 * 60 * 1000

type Kept = { whose: string; path: string; until: number; values: FormValues }

/** Whether the action answered with the sign-in page: the session had ended. */
export const isSignInRedirect = (error: unknown) =>
  error instanceof Error && 'digest' in error && /^NEXT_REDIRECT;\w+;\/sign-in\b/.test(String(error.digest))

/** A page of one person, as the shell marks it; nobody's page has no mark. */
export type Place = { whose: string; path: string }

/** Puts what was typed aside while the person signs in again. */
export function keepAnswers(storage: Storage, { whose, path }: Place, values: FormValues, at: number): void {
  storage.setItem(KEY, JSON.stringify({ whose, path, until: at + KEPT_FOR, values } satisfies Kept))
}

/** What was put aside for a form of this page that it fits, and is gone from then on. */
export function takeAnswers(
  storage: Storage,
  { whose, path }: Place,
  fits: (values: FormValues) => boolean,
  at: number,
): FormValues | null {
  const text = storage.getItem(KEY)
  if (text === null) return null
  const kept = JSON.parse(text) as Kept
  const isGone = kept.until <= at || kept.whose !== whose
  if (!isGone && (kept.path !== path || !fits(kept.values))) return null
  storage.removeItem(KEY)
  return isGone ? null : kept.values
}
