import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

type Behaviour = {
  /** Answers instead of taking a mail: the code of an SMTP reply for the address, or for the mail. */
  refuseAddress?: () => number | null
  refuseMail?: () => number | null
  /** Called when a mail has been taken, before the sender is told. */
  taken?: (mail: ParsedMail) => void
}

const saying = (code: number) => Object.assign(new Error('not taken'), { responseCode: code })

/** A real mail server on a free port of this machine, with what arrived in it. */
export async function aMailServer({ refuseAddress, refuseMail, taken }: Behaviour = {}) {
  const arrived: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      const code = refuseAddress?.() ?? null
      if (code === null) done()
      else done(saying(code))
    },
    onData: (stream, _session, done) => {
      simpleParser(stream)
        .then((mail) => {
          const code = refuseMail?.() ?? null
          if (code !== null) {
            done(saying(code))
            return
          }
          arrived.push(mail)
          taken?.(mail)
          done()
        })
        .catch(done)
    },
  })
  // A sender that dies in the middle is part of the test.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    /** A mailbox keeps a mail that arrives twice under one Message-ID once. */
    inbox: () => [...new Map(arrived.map((mail) => [mail.messageId, mail])).values()],
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
