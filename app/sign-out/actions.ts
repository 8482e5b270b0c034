'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { now } from '@/lib/platform/clock'
import { endSession } from '@/lib/session/commands'
import { sessionToken } from '@/lib/session/require'

/** Ends the session at once, here and wherever else the same browser has it open. */
export async function signOut(): Promise<void> {
  const token = await sessionToken()
  if (token) await endSession(token, now())
  const jar = await cookies()
  for (const { name } of jar.getAll()) if (name.includes('next-auth.session-token')) jar.delete(name)
  redirect('/sign-in?signed-out=1')
}
