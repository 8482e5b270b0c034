// Sends what waits in the outbox until it is killed: run as a process of its own by tests/integration/mail.test.ts.
import { smtpCarrier } from '@/lib/mail/carrier'
import type { Letter } from '@/lib/mail/rules'
import { startMail } from '@/lib/mail/worker'

const letter: Letter = {
  to: process.argv[3] ?? '',
  subject: 'A letter',
  text: 'Hello',
  html: '<p>Hello</p>',
  calendar: null,
}
const write = () => Promise.resolve(letter)

await startMail({
  databaseUrl: process.env.DATABASE_URL ?? '',
  writers: {
    'meeting-invitation': write,
    'meeting-moved': write,
    'meeting-called-off': write,
    'meeting-reminder': write,
    'meeting-record': write,
    'meeting-choice': write,
  },
  carrier: smtpCarrier(process.argv[2] ?? '', 'Oak Tree Primary <sen@oak.example>'),
  clock: () => new Date(),
  rounds: [],
  pace: { look: 0.5, round: 600, supervise: 1 },
})
setInterval(() => undefined, 60_000)
