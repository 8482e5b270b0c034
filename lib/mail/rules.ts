/** What a mail is for; its subject says so, and never about whom. */
export const MAIL_KINDS = [
  'meeting-invitation',
  'meeting-moved',
  'meeting-called-off',
  'meeting-reminder',
  'meeting-record',
  'meeting-choice',
] as const

export type MailKind = (typeof MAIL_KINDS)[number]

/** Caught: no mail server is set, so it can be read in the service instead. Withheld: it must not, or need not, go any more. */
export const MAIL_STATUSES = ['waiting', 'sending', 'sent', 'caught', 'withheld', 'failed'] as const

export type MailStatus = (typeof MAIL_STATUSES)[number]

/** Why a mail was not sent when it came to sending it. */
export const WITHHELD = ['no-address', 'shut-out', 'no-longer'] as const

export type Withheld = (typeof WITHHELD)[number]

/** Why it did not go, or did not go yet. */
export type MailProblem = Withheld | 'refused-address' | 'refused' | 'unreachable'

/** A letter as it leaves: made when it is sent, so that nothing of it has to be kept. */
export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null
}

// Product defaults, none of them the Code's (marked † in domain.md).
/** Sendings after the first, each twice as long after the one before: 1, 2, 4 … minutes, at most six hours. */
export const RETRIES = 8
export const FIRST_WAIT_SECONDS = 60
export const LONGEST_WAIT_SECONDS = 6 * 60 * 60
/** How long one sending may take before another may try: longer than any wait for the mail server. */
export const CLAIM_SECONDS = 100
/** How long a letter that was caught can be read. */
export const KEEP_CAUGHT_DAYS = 30

type SmtpError = { readonly responseCode?: number; readonly code?: string }

/** What went wrong with a mail server, and whether trying again can help: a 5xx for an address never gets better. */
export function sendingProblem(error: SmtpError): { problem: MailProblem; isForGood: boolean } {
  const { responseCode = 0, code } = error
  if (responseCode === 0) return { problem: 'unreachable', isForGood: false }
  if (code === 'EENVELOPE' && responseCode >= 500) return { problem: 'refused-address', isForGood: true }
  // A wrong password for the server is 5xx too, but the school can mend it and the mail still go.
  return { problem: 'refused', isForGood: code !== 'EAUTH' && responseCode >= 500 }
}

/** The same for every sending of one mail, so that a mailbox that gets it twice keeps it once (RFC 5322, 3.6.4). */
export const messageId = (mailId: string, from: string): string =>
  `<mail.${mailId}@${/@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'}>`

/** Whether a mail will never arrive, so that what it brought is to be given another way. */
export const isLost = (mail: { readonly status: MailStatus } | undefined): boolean =>
  mail?.status === 'failed' || mail?.status === 'withheld'
