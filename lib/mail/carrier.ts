import 'server-only'
import { createTransport } from 'nodemailer'
import type { Carrier } from './delivery.commands'
import { messageId } from './rules'

const WAIT = 20_000

/** A way to the mail server at this address; each letter goes under the Message-ID of its row. */
export function smtpCarrier(smtpUrl: string, from: string): Carrier {
  const transport = createTransport(smtpUrl, { from })
  // Shorter together than a claim lasts, so that two never send one mail at the same moment.
  Object.assign(transport.options, {
    connectionTimeout: WAIT,
    greetingTimeout: WAIT,
    socketTimeout: 2 * WAIT,
    dnsTimeout: WAIT,
  })
  return async (mailId, { to, subject, text, html, calendar }) => {
    await transport.sendMail({
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId: messageId(mailId, from),
      // Nobody is out of the office to the service, and nobody writes back to it by itself.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(calendar && {
        icalEvent: { method: calendar.method, filename: 'meeting.ics', content: calendar.content },
      }),
    })
  }
}
