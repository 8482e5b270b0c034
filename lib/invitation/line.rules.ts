import type { IsoDate } from '@/lib/calendar/iso-date'
import type { MailProblem, MailStatus } from '@/lib/mail/rules'
import type { Answer, Entry } from './rules'

/** One thing that was tried with a parent, and where it was an email, how far that has come. */
export type Tried = Entry & { readonly mail: { status: MailStatus; problem: MailProblem | null } | null }

/** One parent asked to a meeting, as staff see it: asked or not yet, what they said, and what was tried. */
export type InvitedLine = {
  readonly contactId: string
  readonly name: string
  readonly hasEmail: boolean
  readonly isInvited: boolean
  readonly answer: Answer | null
  readonly answeredOn: IsoDate | null
  readonly bringing: string | null
  readonly interpreter: string | null
  readonly accessNeeds: string | null
  readonly betterTimes: string | null
  readonly tried: readonly Tried[]
  /** It changed since, and there is no address to tell them at. */
  readonly isToTell: boolean
}

/** How often meetings were offered this year, and how many of them parents came to (C12). */
export type Offers = { readonly offered: number; readonly attended: number }

/** The parents of one meeting, in the family's order. */
export type Invited = { readonly lines: readonly InvitedLine[]; readonly version: number }

/** Whether the last email to a parent came to nothing, and nothing was tried since. */
export function lastMailFailed({ tried }: Pick<InvitedLine, 'tried'>): boolean {
  const last = tried.at(-1)
  const status = last?.mail?.status
  return status === 'failed' || status === 'withheld'
}

/** Whether a parent was asked at all: of a meeting that is over, nobody is "not invited yet". */
export const wasAsked = ({ isInvited, answer, tried }: InvitedLine): boolean =>
  isInvited || answer !== null || tried.length > 0
