import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/platform/env'
import { csrfCookieName, csrfTokenIn, newCsrfCookie } from '@/lib/session/cookie.rules'

/**
 * Runs before every page: a fresh nonce for the content security policy, no caching of anything about
 * a child, and the cross-site token for the sign-in form. It protects no page: each page asks for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const secure = env().NEXTAUTH_URL.startsWith('https:')
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)

  const secret = env().NEXTAUTH_SECRET
  const cookieName = csrfCookieName(secure)
  // On any page, not only the sign-in page: an action that ends there has its answer made inside the
  // server, where a new cookie would be lost on the way to the browser.
  const needsToken = csrfTokenIn(request.cookies.get(cookieName)?.value, secret) === null
  const cookie = needsToken ? newCsrfCookie(secret) : null
  headers.delete('x-csrf-token')
  if (cookie) headers.set('x-csrf-token', cookie.slice(0, cookie.indexOf('|')))

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'no-store')
  if (cookie) response.cookies.set(cookieName, cookie, { httpOnly: true, sameSite: 'lax', secure, path: '/' })
  return response
}

// The file of an import, and files that are attached, go past, because what passes here is first read whole into memory;
// their routes say no-store themselves, and a file on its way out has a stricter policy of its own.
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|fonts/|favicon|schools/[^/]+/import/upload$|schools/[^/]+/pupils/[^/]+/attachments/|family/[^/]+/attachments/).*)',
  ],
}
