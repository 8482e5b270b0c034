import { redirect } from 'next/navigation'
import { homeOf } from '@/lib/session/home.rules'
import { requireHats } from '@/lib/session/require'

/** The front door: each person is led to the page their work begins on. */
export default async function FrontDoor() {
  redirect(homeOf(await requireHats()))
}
