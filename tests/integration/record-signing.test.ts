import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { amendForm } from '@/lib/parent-meeting/held.schema'
import { pupilMeetings } from '@/lib/parent-meeting/reads'
import { getReadBack, getRecording, getVersions } from '@/lib/parent-meeting/record.queries'
import { amendRecord, signRecord } from '@/lib/parent-meeting/signing.commands'
import { recordVersions } from '@/lib/parent-meeting/signing.reads'
import { changedLines } from '@/lib/parent-meeting/signing.rules'
import { recordLines } from '@/lib/parent-meeting/signing.words'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { aContact, auditOf } from '@/tests/factories'
import { boxes, theRest } from '@/tests/factories/family'
import { aHeldMeeting, holding, now, signing, versionOf } from '@/tests/factories/held'
import { look, newId } from '@/tests/factories/insert'

type Held = Awaited<ReturnType<typeof aHeldMeeting>>

const amending = (held: Held, over: Record<string, unknown> = {}) =>
  amendForm.parse(
    holding({ came: [held.mother.id], ledById: held.teacher.id, reason: 'The father asked', ...over }),
  )
const amend = async (held: Held, over: Record<string, unknown> = {}, actor: Actor = held.teacher.actor) =>
  amendRecord(actor, held.meeting.id, await versionOf(held.meeting), amending(held, over), now)

/** As the login that serves requests, past every command of ours. */
async function asServing(held: Held, sql: string) {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('app.school_id', $1, true), set_config('app.membership_id', $2, true)`,
      [held.school.id, held.teacher.id],
    )
    const done = await client.query(sql, [held.meeting.id])
    await client.query('COMMIT')
    return done.rowCount
  } finally {
    await client.end()
  }
}

describe('reading a record back and signing it off', () => {
  it('keeps the whole of it with what each said, shares it, and says so in the trail', async () => {
    const held = await aHeldMeeting()
    const { school, meeting, mother, teacher, pupil } = held
    await held.hold({
      late: [mother.id],
      noteTaker: 'Ruth Adeyemi',
      pupilPart: 'part',
      pupilSaid: 'I like the comics',
      aspirations: 'That she reads for fun',
      actions: { 0: { who: 'Tom', what: 'Send home the cards', by: boxes('2026-11-27') } },
    })
    const page = await getReadBack(teacher.actor, { pupilId: pupil.id, meetingId: meeting.id }, now)
    expect(page.people).toEqual([
      { who: mother.id, name: 'Farah Khan' },
      { who: 'pupil', name: 'Amira' },
    ])
    expect(await held.sign()).toMatchObject({ ok: false, problems: [{ field: 'heard.pupil.heard' }] })
    const heard = {
      [mother.id]: { heard: 'differs', words: 'Three words is enough' },
      pupil: { heard: 'agreed' },
    }
    expect(await held.sign({ heard })).toMatchObject({ ok: true })
    const [version] = await asActor(mother.actor, (tx) => recordVersions(tx, meeting.id))
    expect(version).toMatchObject({
      number: 1,
      reason: null,
      signedOn: '2026-11-20',
      readBack: [
        { name: 'Farah Khan', heard: 'differs', words: 'Three words is enough' },
        { who: 'pupil', name: 'Amira', heard: 'agreed', words: null },
      ],
    })
    const lines = version ? recordLines(version.content, 'Amira') : []
    expect(lines.map(({ key, text }) => [key, text])).toEqual(
      expect.arrayContaining([
        ['came', expect.stringContaining('Farah Khan, mother, came late')],
        ['notes', 'Ruth Adeyemi'],
        ['part', 'Came for part of it\nI like the comics'],
        ['aspirations', 'That she reads for fun'],
        ['action-1', 'Tom, by 27 November: Send home the cards'],
      ]),
    )
    expect((await auditOf(school)).filter((act) => act.startsWith('parent-meeting'))).toEqual([
      'parent-meeting.held',
      'parent-meeting.record-signed',
    ])
  })

  it('signs once for two clicks at once, and of two people tells the second', async () => {
    const held = await aHeldMeeting()
    const { meeting, mother, teacher, school } = held
    await held.hold()
    const form = signing([mother.id])
    const click = () => signRecord(teacher.actor, meeting.id, 2, form, now)
    expect(await Promise.all([click(), click()])).toMatchObject([{ ok: true }, { ok: true }])
    expect(
      await look('SELECT id FROM meeting_record_versions WHERE meeting_id = $1', [meeting.id]),
    ).toHaveLength(1)

    const other = await aHeldMeeting()
    await other.hold()
    const results = await Promise.allSettled([
      signRecord(other.teacher.actor, other.meeting.id, 2, signing([other.mother.id]), now),
      signRecord(other.school.senco, other.meeting.id, 2, signing([other.mother.id]), now),
    ])
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: expect.any(ChangedElsewhere) as unknown },
    ])
    expect(await auditOf(school)).toContain('parent-meeting.record-signed')
  })

  it('is not yet possible before the meeting is held and written down, and only once', async () => {
    const held = await aHeldMeeting()
    expect(await held.sign()).toMatchObject({ ok: false, problems: [{ field: 'form' }] })
    await held.hold({ outcomesAgreed: '', supportAgreed: '', parentWillDo: '' })
    expect(await held.sign()).toMatchObject({ ok: false, problems: [{ field: 'form' }] })
    await held.hold()
    expect(await held.sign()).toMatchObject({ ok: true })
    expect(await held.sign()).toMatchObject({ ok: false, problems: [{ field: 'form' }] })
    expect(await held.hold()).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('Amend it instead') as string }],
    })
  })

  it('is read back to nobody who has been shut out since', async () => {
    const held = await aHeldMeeting()
    await held.hold()
    await look(`UPDATE pupil_contacts SET restricted_from = '2026-11-20' WHERE contact_id = $1`, [
      held.mother.id,
    ])
    const place = { pupilId: held.pupil.id, meetingId: held.meeting.id }
    expect((await getReadBack(held.teacher.actor, place, now)).people).toEqual([])
    expect(await held.sign({ heard: {} })).toMatchObject({ ok: true })
  })

  it('is read by the parent who came once it is signed and shared, and by no other', async () => {
    const held = await aHeldMeeting()
    const { meeting, mother, pupil } = held
    const father = await aContact(pupil, { fullName: 'Ali Khan', withAccount: true })
    const seen = (actor: Actor) =>
      asActor(actor, async (tx) => [
        await tx.meetingRecord.count({ where: { meetingId: meeting.id } }),
        await tx.meetingAction.count({ where: { meetingId: meeting.id } }),
        await tx.meetingRecordVersion.count({ where: { meetingId: meeting.id } }),
      ])
    await held.hold({ actions: { 0: { who: 'Tom', what: 'Cards' } } })
    expect(await seen(mother.actor)).toEqual([0, 0, 0])
    await held.sign()
    expect(await seen(mother.actor)).toEqual([1, 1, 1])
    expect(await seen(father.actor)).toEqual([0, 0, 0])
  })

  it('is nothing for those who may not', async () => {
    const family = await aHeldMeeting()
    const { hold, meeting } = family
    await hold()
    for (const [who, actor, error] of await theRest(family)) {
      await expect(signRecord(actor, meeting.id, 2, signing([family.mother.id]), now), who).rejects.toThrow(
        error,
      )
      const place = { pupilId: family.pupil.id, meetingId: meeting.id }
      const page = who === 'the mother' ? NotFound : error
      await expect(getReadBack(actor, place, now), who).rejects.toThrow(page)
      await expect(getRecording(actor, place, 'record', now), who).rejects.toThrow(page)
    }
  })
})

describe('a signed record', () => {
  it.each([
    ['what was agreed', `UPDATE meeting_records SET support_agreed = 'Less' WHERE meeting_id = $1`],
    ['that it is signed', 'UPDATE meeting_records SET signed_number = NULL WHERE meeting_id = $1'],
    ['its version', 'UPDATE meeting_records SET signed_number = 2 WHERE meeting_id = $1'],
    ['an action', `UPDATE meeting_actions SET what = 'Nothing' WHERE meeting_id = $1`],
    ['who came', 'UPDATE meeting_attendees SET came = false WHERE meeting_id = $1'],
    ['its day', `UPDATE parent_meetings SET held_on = '2026-11-19' WHERE id = $1`],
    ['whether it was held', `UPDATE parent_meetings SET status = 'cancelled' WHERE id = $1`],
    ['what a version said', `UPDATE meeting_record_versions SET content = '{}' WHERE meeting_id = $1`],
    ['a version', 'DELETE FROM meeting_record_versions WHERE meeting_id = $1'],
    [
      'an action more',
      `INSERT INTO meeting_actions (school_id, id, pupil_id, meeting_id, position, who, what)
       SELECT school_id, gen_random_uuid(), pupil_id, id, 9, 'Tom', 'More' FROM parent_meetings WHERE id = $1`,
    ],
    [
      'a version that is not the record',
      `INSERT INTO meeting_record_versions SELECT school_id, gen_random_uuid(), pupil_id, meeting_id, 2, content, read_back,
         'Because', signed_by_id, signed_on, signed_at, gen_random_uuid() FROM meeting_record_versions WHERE meeting_id = $1`,
    ],
  ])('is locked by Postgres too: %s', async (_what, sql) => {
    const held = await aHeldMeeting()
    await held.hold({ actions: { 0: { who: 'Tom', what: 'Cards' } } })
    await held.sign()
    await expect(asServing(held, sql)).rejects.toThrow(/signed off|amendment|permission denied/)
  })

  it('is amended as a new version with its reason; both are read, and compared line by line', async () => {
    const held = await aHeldMeeting()
    const { school, meeting, pupil, teacher, mother } = held
    await held.hold()
    expect(await amend(held)).toMatchObject({ ok: false, problems: [{ field: 'form' }] })
    await held.sign()
    expect(
      await amend(held, { supportAgreed: 'Three times a week', atHome: 'Reads to her brother' }),
    ).toMatchObject({
      ok: true,
    })
    const { versions } = await getVersions(teacher.actor, { pupilId: pupil.id, meetingId: meeting.id }, now)
    expect(versions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'The father asked'],
      [1, null],
    ])
    const [second, first] = versions.map(({ content }) => recordLines(content, 'Amira'))
    expect(changedLines(first ?? [], second ?? [])).toEqual([
      {
        key: 'support',
        term: 'Activities and support',
        before: 'Four times a week',
        after: 'Three times a week',
      },
      { key: 'home', term: 'At home and outside school', before: null, after: 'Reads to her brother' },
    ])
    expect(await asActor(mother.actor, (tx) => tx.meetingRecordVersion.count())).toBe(2)
    expect(await auditOf(school)).toContain('parent-meeting.record-amended')
  })

  it('keeps nothing of an amendment that is refused, and is amended once for two clicks', async () => {
    const held = await aHeldMeeting()
    await held.hold()
    await held.sign()
    expect(await amend(held, { came: [newId()], supportAgreed: 'Other' })).toMatchObject({
      ok: false,
      problems: [{ field: 'came' }],
    })
    const version = await versionOf(held.meeting)
    const form = amending(held, { supportAgreed: 'Other' })
    const click = () => amendRecord(held.teacher.actor, held.meeting.id, version, form, now)
    for (const result of [await click(), await click()]) expect(result).toMatchObject({ ok: true })
    await expect(
      amendRecord(held.school.senco, held.meeting.id, version, amending(held), now),
    ).rejects.toThrow(ChangedElsewhere)
    expect(
      await look('SELECT number FROM meeting_record_versions WHERE meeting_id = $1 ORDER BY number', [
        held.meeting.id,
      ]),
    ).toEqual([{ number: 1 }, { number: 2 }])
  })

  it('typed in later for an earlier day recomputes that day’s state, and so does its amendment', async () => {
    const held = await aHeldMeeting({ heldOn: '2026-12-01' })
    const { school, pupil } = held
    const standingOn = (day: string) =>
      asActor(school.senco, async (tx) => {
        const today = isoDate(day)
        const calendar = await schoolYearCalendar(tx, school.id, today)
        return (await pupilMeetings(tx, school.senco, pupil.id, calendar, today)).standing
      })
    expect(await standingOn('2026-12-05')).toMatchObject({ state: 'at-risk', held: 0 })
    await held.hold({ heldOn: boxes('2026-10-14') })
    await held.sign()
    expect(await standingOn('2026-12-05')).toMatchObject({ state: 'on-track', held: 1 })
    expect(await standingOn('2026-10-13')).toMatchObject({ held: 0 })
    await amend(held, { heldOn: boxes('2026-11-19'), reason: 'The date was wrong' })
    expect(await standingOn('2026-11-18')).toMatchObject({ held: 0 })
    expect(await standingOn('2026-11-19')).toMatchObject({ held: 1 })
  })

  it('has no versions for another family, and none to read for whoever does not know the pupil', async () => {
    const { hold, sign, meeting, ...family } = await aHeldMeeting()
    await hold()
    await sign()
    const place = { pupilId: family.pupil.id, meetingId: meeting.id }
    for (const [who, actor] of await theRest(family)) {
      // The assistant reads what was agreed, and changes nothing.
      if (who === 'the assistant') continue
      await expect(getVersions(actor, place, now), who).rejects.toThrow(NotFound)
    }
    expect((await getVersions(family.assistant.actor, place, now)).versions).toHaveLength(1)
  })
})
