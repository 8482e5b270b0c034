import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/platform/env'

const signed = (words: string) =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(words).digest('base64url')

/** The secret of the link to one parent's copy: worked out and never kept, as an invitation's is. */
export const recordToken = (deliveryId: string): string => signed(`record ${deliveryId}`)

/** Where a parent reads their copy without an account. */
export const recordUrl = (deliveryId: string): string =>
  new URL(`/record/${recordToken(deliveryId)}`, env().NEXTAUTH_URL).href

/** The cookie in which a browser keeps that it has shown the date of birth for one link. */
export const OPENED_COOKIE = 'record-opened'

/** That the date of birth was given for this link, until then. */
export const openedUntil = (token: string, until: Date): string =>
  `${until.getTime()}.${signed(`opened ${token} ${until.getTime()}`)}`

/** Whether a browser has given the date of birth for this link, and not too long ago. */
export function isOpened(token: string, cookie: string | undefined, now: Date): boolean {
  const [until, proof] = (cookie ?? '').split('.')
  if (!until || !proof || !/^\d+$/.test(until) || Number(until) <= now.getTime()) return false
  const expected = Buffer.from(signed(`opened ${token} ${until}`))
  const given = Buffer.from(proof)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
