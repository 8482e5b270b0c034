import 'server-only'
import { createHmac } from 'node:crypto'
import { env } from '@/lib/platform/env'

/**
 * The secret of an invitation's link. It is worked out from the invitation and never kept: a letter made twice has the same
 * link, and whoever reads the tables, which hold its hash, cannot make one.
 */
export const linkToken = (invitationId: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`invitation ${invitationId}`).digest('base64url')

/** The secret of the link with which a parent says beforehand what they bring: for that alone, it answers no invitation. */
export const prepareToken = (invitationId: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`preparation ${invitationId}`).digest('base64url')

/** Where a parent says without an account what they bring. */
export const prepareUrl = (invitationId: string): string =>
  new URL(`/prepare/${prepareToken(invitationId)}`, env().NEXTAUTH_URL).href

/** Where a parent answers without an account. */
export const answerUrl = (invitationId: string): string =>
  new URL(`/answer/${linkToken(invitationId)}`, env().NEXTAUTH_URL).href

/** The name of this service among the calendars of the world. */
export const calendarHost = (): string => new URL(env().NEXTAUTH_URL).hostname
