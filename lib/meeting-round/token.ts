import 'server-only'
import { createHmac } from 'node:crypto'
import { env } from '@/lib/platform/env'

/** The secret of a link to choose a time: worked out each time and never kept, as that of an invitation is. */
export const choiceToken = (choiceId: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`round choice ${choiceId}`).digest('base64url')

/** The address of the page on which a parent chooses, on this service. */
export const choicePath = (choiceId: string): string => `/choose-time/${choiceToken(choiceId)}`

/** Where a parent chooses a time without an account. */
export const choiceUrl = (choiceId: string): string => new URL(choicePath(choiceId), env().NEXTAUTH_URL).href
