import 'server-only'
import { smtpCarrier } from '@/lib/mail/carrier'
import { startMail } from '@/lib/mail/worker'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { invitationWriters } from './letters.commands'
import { remindInvited } from './reminder.commands'

/**
 * Begins to send the school's letters, in this process and off every request. A queue that is not ready stops nobody from
 * working: letters wait in the outbox until it is.
 */
export async function beginToSend(): Promise<void> {
  const { DATABASE_URL, SMTP_URL, MAIL_FROM } = env()
  const carrier = SMTP_URL && MAIL_FROM ? smtpCarrier(SMTP_URL, MAIL_FROM) : null
  try {
    await startMail({
      databaseUrl: DATABASE_URL,
      writers: invitationWriters,
      carrier,
      clock: now,
      rounds: [remindInvited],
    })
    log.info({ carrier: carrier ? 'smtp' : 'caught' }, 'mail begins to go')
  } catch (error) {
    log.error({ error: (error as Error).name }, 'mail does not go: run npm run db:deploy')
  }
}
