import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a session may last at most, in seconds; 30 minutes without a request end it sooner (app.session_of). */
export const SESSION_SECONDS = 12 * 60 * 60

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A secret that cannot be guessed, for a session or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: whoever reads the table cannot use it. */
export const tokenHash = (token: string): string => sha256(token)

/** An account or an address as the table of attempts knows it: the same each time, and nobody's name. */
export const subjectOf = (kind: 'account' | 'address', value: string, secret: string): string =>
  `${kind}:${createHmac('sha256', secret).update(value.trim().toLowerCase()).digest('base64url')}`

/** The name of next-auth's cross-site cookie, which depends on whether the site is on https. */
export const csrfCookieName = (secure: boolean): string => `${secure ? '__Host-' : ''}next-auth.csrf-token`

/** A value for that cookie, in the form next-auth checks: the token and its hash with the secret. */
export function newCsrfCookie(secret: string): string {
  const token = randomBytes(32).toString('hex')
  return `${token}|${sha256(token + secret)}`
}

/** The token inside that cookie if it is one of ours, to be sent back with the form. */
export function csrfTokenIn(cookie: string | undefined, secret: string): string | null {
  const [token, hash] = (cookie ?? '').split('|')
  if (!token || !hash) return null
  const expected = Buffer.from(sha256(token + secret))
  const given = Buffer.from(hash)
  return expected.length === given.length && timingSafeEqual(expected, given) ? token : null
}

/** Where to go after signing in: only an address within this service. */
export function safeNext(next: string | null | undefined): string | null {
  if (!next || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return null
  const url = new URL(next, 'http://here.invalid')
  return url.host === 'here.invalid' &&
    !url.pathname.startsWith('/api/') &&
    !url.pathname.startsWith('/sign-')
    ? url.pathname + url.search
    : null
}
