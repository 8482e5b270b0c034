import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { smtpCarrier } from '@/lib/mail/carrier'
import {
  clearCaughtMail,
  deliverMail,
  giveUpOnOldMail,
  mailToQueue,
  type Sending,
  serviceIn,
  type Writers,
} from '@/lib/mail/delivery.commands'
import { sendLater } from '@/lib/mail/outbox.commands'
import { CLAIM_SECONDS, type Letter, messageId } from '@/lib/mail/rules'
import { asActor } from '@/lib/platform/db'
import { aPupil, aSchool, type TestPupil, type TestSchool } from '@/tests/factories'
import { look, newId } from '@/tests/factories/insert'
import { aMailServer } from '@/tests/support/mail-server'

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
const writing = (made: Letter | { withheld: 'shut-out' }): Writers => {
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
  school = await aSchool()
  pupil = await aPupil(school)
})

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
const sending = (over: Partial<Sending> = {}): Sending => ({
  writers: writing(letter()),
  carrier: null,
  clock: () => now,
  isLast: false,
  ...over,
})

describe('the outbox', () => {
  it('keeps mail with what causes it, or neither', async () => {
    const key = newId()
    await expect(
      asActor(school.senco, async (tx) => {
        await sendLater(
          tx,
          school.senco,
          { kind: 'meeting-invitation', pupilId: pupil.id, aboutId: newId(), key },
          now,
        )
        throw new Error('the meeting could not be kept')
      }),
    ).rejects.toThrow('could not be kept')
    expect(await look('SELECT id FROM outbox_mails WHERE key = $1', [key])).toEqual([])
  })

  it('makes one mail of the same act asked for twice', async () => {
    const key = newId()
    expect(await ask(key)).toEqual(expect.any(String))
    expect(await ask(key)).toBeNull()
  })

  it('hands out ids of what waits, and nothing of it', async () => {
    const id = await ask()
    const waiting = await mailToQueue(1000)
    expect(waiting.find(({ mailId }) => mailId === id)).toEqual({ ...place(), mailId: id })
  })
})

describe('sending one mail', () => {
  it('hands it to a real mail server under the Message-ID of its row, and does so once', async () => {
    const server = await aMailServer()
    const id = await ask()
    const calendar = { method: 'REQUEST' as const, content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' }
    const by = sending({ carrier: smtpCarrier(server.url, FROM), writers: writing(letter({ calendar })) })
    await deliverMail(place(), id, by)
    await deliverMail(place(), id, by)
    const [mail, ...others] = server.arrived
    await server.stop()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      messageId: messageId(id, FROM),
      subject: 'Invitation to a meeting',
      text: 'Hello',
    })
    expect(mail?.attachments.map(({ contentType }) => contentType)).toContain('text/calendar')
    expect(await row(id)).toEqual({ status: 'sent', problem: null, attempts: 1 })
    expect(await look('SELECT id FROM caught_mails WHERE id = $1', [id])).toEqual([])
  })

  it('catches it where no mail server is set, and clears it after 30 days', async () => {
    const id = await ask()
    await deliverMail(place(), id, sending())
    await deliverMail(place(), id, sending())
    const kept = () => look('SELECT sent_to, subject, body FROM caught_mails WHERE id = $1', [id])
    expect(await kept()).toEqual([
      { sent_to: 'farah@home.example', subject: 'Invitation to a meeting', body: 'Hello' },
    ])
    const service = serviceIn(place())
    await asActor(service, (tx) => clearCaughtMail(tx, new Date('2026-12-20T09:00:00Z')))
    expect(await kept()).toMatchObject([{ body: 'Hello' }])
    await asActor(service, (tx) => clearCaughtMail(tx, new Date('2026-12-22T09:00:00Z')))
    expect(await kept()).toEqual([{ sent_to: null, subject: 'Invitation to a meeting', body: null }])
  })

  it('withholds what must not go any more when it comes to sending it', async () => {
    const server = await aMailServer()
    const id = await ask()
    const writers = writing({ withheld: 'shut-out' })
    await deliverMail(place(), id, sending({ writers, carrier: smtpCarrier(server.url, FROM) }))
    await server.stop()
    expect(server.arrived).toEqual([])
    expect(await row(id)).toEqual({ status: 'withheld', problem: 'shut-out', attempts: 1 })
  })

  it.each([
    ['an address that is refused for good', { refuseAddress: () => 550 }, 'failed', 'refused-address'],
    ['a mail that is refused for good', { refuseMail: () => 554 }, 'failed', 'refused'],
    ['a full mailbox, for now', { refuseAddress: () => 452 }, 'waiting', 'refused'],
  ])('says what became of %s', async (_what, behaviour, status, problem) => {
    const server = await aMailServer(behaviour)
    const id = await ask()
    const sent = deliverMail(place(), id, sending({ carrier: smtpCarrier(server.url, FROM) }))
    await (status === 'failed' ? sent : expect(sent).rejects.toThrow())
    await server.stop()
    expect(await row(id)).toEqual({ status, problem, attempts: 1 })
  })

  it('counts as failed when the last try fails, or when nobody has taken it up for a day', async () => {
    const nowhere = smtpCarrier('smtp://127.0.0.1:1', FROM)
    const last = await ask()
    await deliverMail(place(), last, sending({ carrier: nowhere, isLast: true }))
    expect(await row(last)).toMatchObject({ status: 'failed', problem: 'unreachable' })
    const [old, young] = [await ask(newId(), new Date('2026-11-18T09:00:00Z')), await ask()]
    await asActor(serviceIn(place()), (tx) => giveUpOnOldMail(tx, now))
    expect(await row(old)).toMatchObject({ status: 'failed', problem: 'unreachable' })
    expect(await row(young)).toMatchObject({ status: 'waiting' })
  })

  it('lets only one of two send it at a time, and takes over from one that died', async () => {
    const id = await ask()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const first = deliverMail(place(), id, sending({ carrier: () => held }))
    while ((await row(id))?.status !== 'sending') await wait(20)
    await expect(deliverMail(place(), id, sending())).rejects.toThrow('is being sent')
    const later = new Date(now.getTime() + (CLAIM_SECONDS + 1) * 1000)
    await deliverMail(place(), id, sending({ clock: () => later, carrier: () => Promise.resolve() }))
    release()
    await first
    expect(await row(id)).toEqual({ status: 'sent', problem: null, attempts: 2 })
  })
})
