'use server'

import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { addressOf } from '@/lib/platform/address'
import { answer, placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import type { FormState } from '@/lib/platform/form-state'
import { giveBorn } from '@/lib/record-copy/link.commands'
import { OPEN_MINUTES } from '@/lib/record-copy/rules'
import { bornForm } from '@/lib/record-copy/schema'
import { OPENED_COOKIE, openedUntil } from '@/lib/record-copy/token'

/** Opens a parent's copy in this browser for half an hour, once the child's date of birth is given. */
export async function submitBorn(linkToken: string, _before: FormState, data: FormData): Promise<FormState> {
  const token = placeOf(z.string().max(100), linkToken)
  const asking = { token, address: addressOf(await headers()), now: now() }
  const path = `/record/${encodeURIComponent(token)}`
  return answer(
    data,
    bornForm,
    async (form) => {
      const given = await giveBorn(asking, form)
      if (!given.ok) return given
      const until = new Date(asking.now.getTime() + OPEN_MINUTES * 60_000)
      ;(await cookies()).set(OPENED_COOKIE, openedUntil(token, until), {
        httpOnly: true,
        sameSite: 'lax',
        secure: env().NEXTAUTH_URL.startsWith('https:'),
        path,
        maxAge: OPEN_MINUTES * 60,
      })
      return given
    },
    () => path,
  )
}
