import NextAuth from 'next-auth'
import { NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/platform/env'
import { authOptions, TOO_MANY } from '@/lib/session/next-auth'
import { safeNext } from '@/lib/session/cookie.rules'
import { tooManyAttemptsPage } from './too-many-attempts'

type Context = { params: Promise<{ nextauth: string[] }> }

const handle = (request: NextRequest, context: Context): Promise<Response> =>
  (NextAuth(authOptions()) as (request: NextRequest, context: Context) => Promise<Response>)(request, context)

export const GET = handle

/** next-auth's own answer, with an address inside this service, the email kept for the next try, and 429 when a wait has begun. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (nextauth.join('/') !== 'callback/credentials') return handle(request, context)

  const form = await request
    .clone()
    .formData()
    .catch(() => null)
  const answer = await handle(request, context)
  const wanted =
    answer.headers.get('location') ??
    (
      (await answer
        .clone()
        .json()
        .catch(() => null)) as { url?: string } | null
    )?.url
  const error = wanted ? new URL(wanted, env().NEXTAUTH_URL).searchParams.get('error') : null

  if (error?.startsWith(TOO_MANY))
    return tooManyAttemptsPage(Number(error.slice(TOO_MANY.length)), request.headers.get('x-nonce') ?? '')
  const location = answer.headers.get('location')
  if (!location) return answer

  const asked = form?.get('callbackUrl')
  const next = typeof asked === 'string' ? asked : null
  const to = error
    ? `/sign-in?problem=1${next ? `&next=${encodeURIComponent(next)}` : ''}`
    : (safeNext(next) ?? '/')
  const reply = new NextResponse(null, { status: 303, headers: answer.headers })
  reply.headers.set('location', to)
  const email = form?.get('email')
  if (error && typeof email === 'string')
    reply.cookies.set('sign-in-email', email.slice(0, 254), {
      httpOnly: true,
      sameSite: 'lax',
      secure: env().NEXTAUTH_URL.startsWith('https:'),
      path: '/sign-in',
      maxAge: 120,
    })
  return reply
}
