import type { FormValues } from '@/lib/platform/form-state'
import type { Kept } from './draft-keeper'

/** A draft as the server gives it back. */
export type DraftFound = { form: string; began: FormValues; typed: FormValues; when: string }

/** The page whose forms are kept, and where: only pages of a school's staff have drafts. */
export type DraftPage = { page: string; at: string }

/** The page that is open, if its forms have drafts: the shell marks whose it is. */
export function draftPage(): DraftPage | null {
  const page = window.location.pathname.replace(/\/$/, '')
  const [, schools, slug] = page.split('/')
  const isSomebodys = document.querySelector('meta[name="whose-page"]') !== null
  return schools === 'schools' && slug && isSomebodys ? { page, at: `/schools/${slug}/drafts` } : null
}

// A browser gives up on what is sent as a page is left when it is longer than this.
const KEPT_ALIVE = 60_000

async function send(method: 'POST' | 'DELETE', at: string, body: unknown, leaving: boolean) {
  const text = JSON.stringify(body)
  const isShort = new TextEncoder().encode(text).length < KEPT_ALIVE
  return fetch(at, {
    method,
    body: text,
    headers: { 'content-type': 'application/json' },
    redirect: 'error',
    keepalive: leaving && isShort,
  })
}

const REFUSED: Record<number, Kept> = {
  400: 'too-long',
  401: 'signed-out',
  403: 'gone',
  404: 'gone',
  413: 'too-long',
}

type ToKeep = { form: string; typed: FormValues; began?: FormValues }

/** Sends a draft to be kept. */
export async function saveDraft({ page, at }: DraftPage, draft: ToKeep, leaving: boolean): Promise<Kept> {
  try {
    const answer = await send('POST', at, { page, ...draft }, leaving)
    if (answer.ok) return (await answer.json()) as { saved: string }
    return REFUSED[answer.status] ?? 'later'
  } catch {
    return 'offline'
  }
}

/** Has a draft dropped; one that could not be stays, and is found to say what is saved when the form is next opened. */
export async function dropDraft({ page, at }: DraftPage, form: string): Promise<void> {
  await send('DELETE', at, { page, form }, true).catch(() => undefined)
}

let asked: { page: string; found: Promise<DraftFound[]> } | null = null

/** The drafts of the page: asked for once, however many forms stand on it. */
export function draftsOf({ page, at }: DraftPage): Promise<DraftFound[]> {
  if (asked?.page === page) return asked.found
  const found = fetch(`${at}?page=${encodeURIComponent(page)}`, { redirect: 'error' })
    .then(async (answer) => (answer.ok ? ((await answer.json()) as DraftFound[]) : []))
    .catch(() => [])
    .finally(() => (asked = null))
  asked = { page, found }
  return found
}
