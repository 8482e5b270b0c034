import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { type Actor, ROLES } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { authOptions } from './next-auth'
import { type Hat, hatsOf } from './queries'

/** The token of the session that came with this request, if any. */
export async function sessionToken(): Promise<string | null> {
  const session: { sid?: string } | null = await getServerSession(authOptions())
  return session?.sid ?? null
}

const holder = cache(async () => {
  const token = await sessionToken()
  return token === null ? null : hatsOf(token, now())
})

/** Everyone this person is, strongest role first; without a live session they are asked to sign in. */
export const requireHats = cache(async (): Promise<Hat[]> => {
  const found = await holder()
  if (!found) {
    const here = (await headers()).get('x-path')
    redirect(here && here !== '/' ? `/sign-in?next=${encodeURIComponent(here)}` : '/sign-in')
  }
  return [...found.hats].sort((a, b) => ROLES.indexOf(a.actor.role) - ROLES.indexOf(b.actor.role))
})

/** Whether somebody is signed in, for the pages that are open to all. */
export const isSignedIn = async (): Promise<boolean> => (await holder()) !== null

/** The member of staff asking, in the school the address names; anyone else is told there is no such page. */
export const requireStaff = cache(async (schoolSlug: string): Promise<Hat> => {
  const hats = await requireHats()
  return hats.find((hat) => hat.school.slug === schoolSlug && hat.actor.role !== 'parent') ?? notFound()
})

/** The same, as pages and actions mostly want it. */
export const requireActor = async (schoolSlug: string): Promise<Actor> =>
  (await requireStaff(schoolSlug)).actor

/** The parent asking, once for each school their children go to. */
export const requireParent = cache(async (): Promise<Hat[]> => {
  const hats = (await requireHats()).filter((hat) => hat.actor.role === 'parent')
  return hats.length > 0 ? hats : notFound()
})

/** The parent asking about this pupil; another family's pupil is not there. */
export const requireParentOf = cache(async (pupilId: string): Promise<Hat> => {
  const hats = await requireParent()
  return hats.find(({ actor }) => actor.role === 'parent' && actor.pupilIds.includes(pupilId)) ?? notFound()
})
