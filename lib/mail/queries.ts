import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { isId } from '@/lib/pupil/reads'
import { audit } from '@/lib/audit/commands'
import { mailPolicy } from './policy'
import type { MailKind, MailProblem, MailStatus } from './rules'

/** One mail in the school's list: what for, since when, how far it has come; nothing of the letter. */
export type MailLine = {
  id: string
  kind: MailKind
  status: MailStatus
  problem: MailProblem | null
  createdAt: Date
  pupilName: string
  askedBy: string
  canBeRead: boolean
}

const AT_MOST = 100

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/** The last hundred mails of the school, newest first. */
export async function listMail(actor: Actor): Promise<MailLine[]> {
  if (!mailPolicy.readAll(actor, actor)) throw new NotFound('mail')
  return asActor(actor, async (tx) => {
    const rows = await tx.outboxMail.findMany({
      select: {
        id: true,
        kind: true,
        status: true,
        problem: true,
        createdAt: true,
        pupil: { select: { givenName: true, familyName: true } },
        askedBy: { select: { givenName: true, familyName: true } },
        caught: { select: { sentTo: true } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: AT_MOST,
    })
    return rows.map(({ pupil, askedBy, caught, ...row }) => ({
      ...row,
      kind: row.kind as MailKind,
      status: row.status as MailStatus,
      problem: row.problem as MailProblem | null,
      pupilName: nameOf(pupil),
      askedBy: nameOf(askedBy),
      canBeRead: (caught?.sentTo ?? null) !== null,
    }))
  })
}

/** A letter that was caught. */
export type CaughtLetter = {
  subject: string
  to: string
  body: string
  calendar: string | null
  caughtAt: Date
}

/** Reads a letter that was caught, and the trace that it was read. */
export async function getCaughtMail(actor: Actor, mailId: string, now: Date): Promise<CaughtLetter> {
  if (!mailPolicy.readAll(actor, actor)) throw new NotFound(`mail ${mailId}`)
  return asActor(actor, async (tx) => {
    const row = isId(mailId)
      ? await tx.caughtMail.findFirst({
          where: { id: mailId },
          include: { mail: { select: { pupilId: true } } },
        })
      : null
    if (!row?.sentTo || row.body === null) throw new NotFound(`mail ${mailId}`)
    const { pupilId } = row.mail
    await audit(tx, actor, { action: 'mail.read', subjectId: mailId, pupilId }, now)
    const { subject, sentTo, body, calendar, caughtAt } = row
    return { subject, to: sentTo, body, calendar, caughtAt }
  })
}
