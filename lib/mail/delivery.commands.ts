import 'server-only'
import { plusDays, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, beforeAnySchool, type SchoolTx } from '@/lib/platform/db'
import {
  CLAIM_SECONDS,
  KEEP_CAUGHT_DAYS,
  type Letter,
  type MailKind,
  type MailProblem,
  sendingProblem,
  type Withheld,
} from './rules'

/** A mail as its writer gets it: what it is for and about what. */
export type MailToWrite = { id: string; kind: MailKind; pupilId: string; aboutId: string }

/** Makes the letter when it is sent, from what is true then; or says why it must not go. */
export type Writer = (
  tx: SchoolTx,
  actor: Actor,
  mail: MailToWrite,
  now: Date,
) => Promise<Letter | { readonly withheld: Withheld }>

export type Writers = Readonly<Record<MailKind, Writer>>

/** Hands one letter to a mail server; throws where it was not taken. */
export type Carrier = (mailId: string, letter: Letter) => Promise<void>

type Place = { schoolId: string; membershipId: string }

/** The service itself in one school: what it does there is what the SENCO may. */
export const serviceIn = ({ schoolId, membershipId }: Place): Actor => ({
  schoolId,
  membershipId,
  role: 'senco',
})

export type Sending = {
  writers: Writers
  /** Nothing where no mail server is set: then the letter is caught. */
  carrier: Carrier | null
  clock: () => Date
  /** The last try: what fails now has failed. */
  isLast: boolean
}

/**
 * Sends one mail: claims its row, makes the letter from what is true now, hands it over, and marks it. Whoever finds it
 * finished does nothing. A crash between handing over and marking sends it again, under the same Message-ID.
 */
export async function deliverMail(place: Place, mailId: string, sending: Sending): Promise<void> {
  const actor = serviceIn(place)
  const claimed = await asActor(actor, (tx) => claim(tx, actor, mailId, sending))
  if (claimed === null) return
  try {
    await sending.carrier?.(mailId, claimed)
  } catch (error) {
    const { problem, isForGood } = sendingProblem(error as { responseCode?: number; code?: string })
    const isOver = isForGood || sending.isLast
    await asActor(actor, (tx) => failed(tx, mailId, { problem, isOver, at: sending.clock() }))
    if (isOver) return
    throw error
  }
  await asActor(actor, async (tx) => {
    const at = sending.clock()
    const status = sending.carrier ? 'sent' : 'caught'
    const { to, subject, text, calendar } = claimed
    // Two processes may have sent it in turn; it is caught once.
    const done = await finish(tx, mailId, { status, problem: null, at })
    if (done && !sending.carrier)
      await tx.caughtMail.create({
        data: {
          schoolId: actor.schoolId,
          id: mailId,
          sentTo: to,
          subject,
          body: text,
          calendar: calendar?.content ?? null,
          caughtAt: at,
        },
      })
  })
}

async function claim(
  tx: SchoolTx,
  actor: Actor,
  mailId: string,
  { writers, clock }: Sending,
): Promise<Letter | null> {
  const at = clock()
  const taken = await tx.outboxMail.updateMany({
    where: {
      id: mailId,
      OR: [{ status: 'waiting' }, { status: 'sending', claimedUntil: { lt: at } }],
    },
    data: {
      status: 'sending',
      attempts: { increment: 1 },
      claimedUntil: new Date(at.getTime() + CLAIM_SECONDS * 1000),
    },
  })
  const mail = await tx.outboxMail.findFirst({
    where: { id: mailId },
    select: { id: true, kind: true, pupilId: true, aboutId: true, status: true },
  })
  if (taken.count === 0) {
    // Somebody else is at it, or died while they were: the job is tried again, and by then it is clear.
    if (mail?.status === 'sending') throw new Error(`mail ${mailId} is being sent`)
    return null
  }
  if (!mail) return null
  const kind = mail.kind as MailKind
  const letter = await writers[kind](tx, actor, { ...mail, kind }, at)
  if (!('withheld' in letter)) return letter
  await finish(tx, mailId, { status: 'withheld', problem: letter.withheld, at })
  return null
}

type Finished = { status: 'sent' | 'caught' | 'withheld' | 'failed'; problem: MailProblem | null; at: Date }

async function finish(tx: SchoolTx, mailId: string, { status, problem, at }: Finished): Promise<boolean> {
  const done = await tx.outboxMail.updateMany({
    where: { id: mailId, status: { in: ['waiting', 'sending'] } },
    data: { status, problem, finishedAt: at, claimedUntil: null },
  })
  return done.count > 0
}

async function failed(
  tx: SchoolTx,
  mailId: string,
  { problem, isOver, at }: { problem: MailProblem; isOver: boolean; at: Date },
) {
  if (isOver) return finish(tx, mailId, { status: 'failed', problem, at })
  return tx.outboxMail.updateMany({
    where: { id: mailId, status: 'sending' },
    data: { status: 'waiting', problem, claimedUntil: null },
  })
}

const DAY = 24 * 60 * 60 * 1000

/** What nobody will send any more counts as failed after a day, so that its sender hears of it. */
export async function giveUpOnOldMail(tx: SchoolTx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DAY)
  await tx.outboxMail.updateMany({
    where: {
      status: { in: ['waiting', 'sending'] },
      createdAt: { lt: before },
      OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
    },
    data: { status: 'failed', problem: 'unreachable', finishedAt: now, claimedUntil: null },
  })
}

/** Clears what was caught once nobody needs it: the address, the letter and its calendar entry; that it was, stays. */
export async function clearCaughtMail(tx: SchoolTx, now: Date): Promise<number> {
  const before = toDateColumn(plusDays(schoolDay(now), -KEEP_CAUGHT_DAYS))
  const cleared = await tx.caughtMail.updateMany({
    where: { caughtAt: { lt: before }, body: { not: null } },
    data: { sentTo: null, body: null, calendar: null },
  })
  return cleared.count
}

/** Every school, with the membership in which the service makes its rounds there. */
export const schoolsToGoRound = (): Promise<Place[]> =>
  beforeAnySchool(
    (functions) => functions.$queryRaw<Place[]>`
      SELECT school_id::text AS "schoolId", membership_id::text AS "membershipId" FROM app.mail_rounds()`,
  )

export type Job = Place & { mailId: string }

/** Mail that has no job yet, oldest first: ids, and nothing of what is in it. */
export const mailToQueue = (atMost: number): Promise<Job[]> =>
  beforeAnySchool(
    (functions) => functions.$queryRaw<Job[]>`
      SELECT school_id::text AS "schoolId", membership_id::text AS "membershipId", mail_id::text AS "mailId"
      FROM app.mail_to_queue(${atMost}::int)`,
  )

/** Notes that these have their job. */
export const mailIsQueued = (mailIds: readonly string[], now: Date): Promise<unknown> =>
  beforeAnySchool(
    (functions) => functions.$executeRaw`SELECT app.mail_queued(${[...mailIds]}::uuid[], ${now})`,
  )
