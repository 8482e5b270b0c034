import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smtpCarrier } from '@/lib/mail/carrier'
import { type Letter, messageId, RETRIES } from '@/lib/mail/rules'
import { sendLater } from '@/lib/mail/outbox.commands'
import { startMail } from '@/lib/mail/worker'
import { asActor, closeDatabase } from '@/lib/platform/db'
import { aPupil, aSchool, type TestPupil, type TestSchool } from '@/tests/factories'
import { look, newId } from '@/tests/factories/insert'
import { aMailServer } from '@/tests/support/mail-server'
import { aDatabase, withDatabase } from '@/tests/support/own-database'

// One queue serves every school of a database, and would take up the mail of other tests: this file has a database of its own.
const now = new Date('2026-11-20T09:00:00Z')
const FROM = 'Oak Tree Primary <sen@oak.example>'
const letter = (over: Partial<Letter> = {}): Letter => ({
  to: 'farah@home.example',
  subject: 'Invitation to a meeting',
  text: 'Hello',
  html: '<p>Hello</p>',
  calendar: null,
  ...over,
})
const writing = (made: Letter) => {
  const write = () => Promise.resolve(made)
  return {
    'meeting-invitation': write,
    'meeting-moved': write,
    'meeting-called-off': write,
    'meeting-reminder': write,
    'meeting-record': write,
    'meeting-choice': write,
  }
}

let school: TestSchool
let pupil: TestPupil
beforeAll(async () => {
  const { database } = await aDatabase('template_migrated')
  for (const name of ['DATABASE_URL', 'DATABASE_SUPER_URL'] as const)
    process.env[name] = withDatabase(process.env[name], database)
  school = await aSchool()
  pupil = await aPupil(school)
})
// The database goes with the server that it is on: the factories still hold it open here.
afterAll(closeDatabase)

const place = () => ({ schoolId: school.id, membershipId: school.systemId })
const ask = (key = newId(), at = now) =>
  asActor(school.senco, (tx) =>
    sendLater(tx, school.senco, { kind: 'meeting-invitation', pupilId: pupil.id, aboutId: newId(), key }, at),
  ) as Promise<string>
const row = async (id: string) =>
  (
    await look<{ status: string; problem: string | null; attempts: number }>(
      'SELECT status, problem, attempts FROM outbox_mails WHERE id = $1',
      [id],
    )
  )[0]

describe('the queue', () => {
  const work = (server: { url: string }, to: string) =>
    startMail({
      databaseUrl: process.env.DATABASE_URL ?? '',
      writers: writing(letter({ to })),
      carrier: smtpCarrier(server.url, FROM),
      clock: () => new Date(),
      rounds: [],
      pace: { look: 0.5, round: 600, supervise: 1 },
    })
  const until = async (is: () => boolean | Promise<boolean>) => {
    for (let tries = 0; tries < 300 && !(await is()); tries++) await wait(100)
  }
  const jobOf = async (id: string) =>
    (
      await look<{ state: string; retry_count: number; data: unknown; wait_seconds: number }>(
        `SELECT state, retry_count, data, extract(epoch FROM start_after - now())::float AS wait_seconds FROM pgboss.job WHERE id = $1`,
        [id],
      )
    )[0]

  it('makes a job for each row, which holds ids alone, and sends it', async () => {
    const server = await aMailServer()
    const id = await ask(newId(), new Date())
    const mail = await work(server, 'farah@home.example')
    await until(async () => (await row(id))?.status === 'sent')
    await until(async () => (await jobOf(id))?.state === 'completed')
    await mail.stop()
    await server.stop()
    expect(server.inbox().map(({ messageId: its }) => its)).toContain(messageId(id, FROM))
    expect(await jobOf(id)).toMatchObject({ state: 'completed', data: { ...place(), mailId: id } })
  })

  it('waits longer and longer between tries, and says so meanwhile', async () => {
    const server = await aMailServer({ refuseAddress: () => 451 })
    const id = await ask(newId(), new Date())
    const mail = await work(server, 'full@home.example')
    await until(async () => (await jobOf(id))?.state === 'retry')
    const first = await jobOf(id)
    await look(`UPDATE pgboss.job SET start_after = now() WHERE id = $1 AND state = 'retry'`, [id])
    await until(async () => (await jobOf(id))?.retry_count === 1 && (await jobOf(id))?.state === 'retry')
    const second = await jobOf(id)
    await mail.stop()
    await server.stop()
    expect(await row(id)).toMatchObject({ status: 'waiting', problem: 'refused', attempts: 2 })
    expect(second!.wait_seconds).toBeGreaterThan(first!.wait_seconds)
    expect(RETRIES).toBeGreaterThan(5)
  })

  it('puts one mail in the inbox though the sender is killed between sending and marking', async () => {
    const to = 'crash@home.example'
    const killing: { pid?: number | undefined } = {}
    const server = await aMailServer({
      taken: (mail) => {
        // The mail is taken, its sender has not heard so, and dies.
        if (killing.pid && JSON.stringify(mail.to).includes(to)) process.kill(killing.pid, 'SIGKILL')
      },
    })
    const id = await ask(newId(), new Date())
    const sender = spawn(
      path.resolve('node_modules/.bin/tsx'),
      ['--conditions=react-server', 'tests/support/send-mail.ts', server.url, to],
      { env: process.env, stdio: 'ignore', detached: true },
    )
    killing.pid = -sender.pid!
    const died = new Promise((resolve) => sender.on('exit', resolve))
    await died
    delete killing.pid
    expect(await row(id)).toMatchObject({ status: 'sending', attempts: 1 })

    // Its claim runs out, and so does its job: neither waits for a person.
    await look(`UPDATE outbox_mails SET claimed_until = now() WHERE id = $1`, [id])
    await look(`UPDATE pgboss.job SET started_on = now() - interval '1 hour' WHERE id = $1`, [id])
    const mail = await work(server, to)
    await until(async () => {
      await look(`UPDATE pgboss.job SET start_after = now() WHERE id = $1 AND state = 'retry'`, [id])
      return (await row(id))?.status === 'sent'
    })
    await mail.stop()
    await server.stop()
    const mine = (its: string | undefined) => its === messageId(id, 'sen@oak.example')
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 2 })
    expect(server.arrived.filter(({ messageId: its }) => mine(its))).toHaveLength(2)
    expect(server.inbox().filter(({ messageId: its }) => mine(its))).toHaveLength(1)
  })
})
