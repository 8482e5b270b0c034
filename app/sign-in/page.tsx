import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { SignInDoor } from '@/components/sign-in/sign-in-door'
import { env } from '@/lib/platform/env'
import { csrfCookieName, csrfTokenIn, safeNext } from '@/lib/session/cookie.rules'
import { isSignedIn } from '@/lib/session/require'

type Props = {
  searchParams: Promise<{ problem?: string; next?: string; 'signed-out'?: string; 'password-set'?: string }>
}

// The same whether the email address or the password was wrong: neither is to be found out.
const WRONG = 'Enter the email address and password of your account. These two do not belong together'

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams
  if (!asked.problem && (await isSignedIn())) redirect(safeNext(asked.next) ?? '/')
  const { NEXTAUTH_URL, NEXTAUTH_SECRET } = env()
  const jar = await cookies()
  const cookie = jar.get(csrfCookieName(NEXTAUTH_URL.startsWith('https:')))?.value
  const token = (await headers()).get('x-csrf-token') ?? csrfTokenIn(cookie, NEXTAUTH_SECRET) ?? ''
  return (
    <SignInDoor
      action="/api/auth/callback/credentials"
      csrfToken={token}
      error={asked.problem ? WRONG : undefined}
      email={asked.problem ? jar.get('sign-in-email')?.value : undefined}
      callbackUrl={safeNext(asked.next) ?? undefined}
      note={
        asked['signed-out']
          ? 'You have signed out'
          : asked['password-set']
            ? 'Your password is set. Sign in with it now'
            : undefined
      }
    />
  )
}
