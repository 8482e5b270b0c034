import type { MailKind, MailProblem, MailStatus } from './rules'

/** What a mail is called where mail is listed. */
export const mailKindWords: Record<MailKind, string> = {
  'meeting-invitation': 'Invitation to a meeting',
  'meeting-moved': 'A meeting has moved',
  'meeting-called-off': 'A meeting is called off',
  'meeting-reminder': 'Reminder of a meeting',
  'meeting-record': 'The record of a meeting',
  'meeting-choice': 'Times to choose from for a meeting',
}

/** How far a mail has come. */
export const mailStatusWords: Record<MailStatus, string> = {
  waiting: 'On its way',
  sending: 'On its way',
  sent: 'Sent',
  caught: 'Kept here, not sent: no mail server is set',
  withheld: 'Not sent',
  failed: 'Could not be delivered',
}

/** Why, in words for whoever asked for it to be sent, with what to do. */
export const mailProblemWords: Record<MailProblem, string> = {
  'no-address': 'There is no email address. Print the letter instead, or add an address',
  'shut-out': 'This person may not be written to about this pupil. Check with the SENCO',
  'no-longer': 'The meeting is no longer booked, or this person is no longer asked to it',
  'refused-address': 'The address does not take mail. Check it, then send again, or print the letter',
  refused: 'The mail server did not take it. Ask whoever looks after the school’s email, or print the letter',
  unreachable: 'The mail server could not be reached. Print the letter if it cannot wait',
}

/** The state of one mail in a sentence; while it is tried again, what went wrong so far. */
export function mailStateWords({
  status,
  problem,
}: {
  status: MailStatus
  problem: MailProblem | null
}): string {
  if (status === 'failed' || status === 'withheld')
    return [mailStatusWords[status], problem && mailProblemWords[problem]].filter(Boolean).join('. ')
  if (status === 'waiting' && problem) return 'Not delivered yet; it is tried again by itself'
  return mailStatusWords[status]
}
