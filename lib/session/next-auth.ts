import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { addressOf } from '@/lib/platform/address'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { endSession, signIn } from './commands'
import { SESSION_SECONDS } from './cookie.rules'

/** What authorize throws when attempts are used up; the route turns it into a 429 that says how long to wait. */
export const TOO_MANY = 'too-many-attempts'

/** next-auth holds the signed cookie; what it says is believed only while the row in `sessions` is live. */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  useSecureCookies: env().NEXTAUTH_URL.startsWith('https:'),
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(given, request) {
        const at = now()
        const result = await signIn(
          given?.email ?? '',
          given?.password ?? '',
          addressOf(new Headers(request.headers)),
          at,
        )
        if (result.how === 'wait')
          throw new Error(`${TOO_MANY} ${Math.ceil((result.until.getTime() - at.getTime()) / 1000)}`)
        return result.how === 'in' ? { id: result.personId, sid: result.token } : null
      },
    }),
  ],
  callbacks: {
    // An account is handed in only as somebody signs in.
    jwt: ({ token, user, account }) =>
      account ? { sub: user.id, sid: (user as { sid?: string }).sid } : token,
    session: ({ session, token }) => Object.assign(session, { sid: token.sid }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token.sid === 'string') await endSession(token.sid, now())
    },
  },
})
