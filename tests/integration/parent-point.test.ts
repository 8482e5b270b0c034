import { describe, expect, it } from 'vitest'
import { Client } from 'pg'
import { arrangeParentMeeting, recordNotHeld } from '@/lib/parent-meeting/commands'
import { arrangeForm, notHeldForm } from '@/lib/parent-meeting/schema'
import { bringPoints, notePoints } from '@/lib/parent-point/commands'
import { parentPoints } from '@/lib/parent-point/reads'
import { toldPointsForm } from '@/lib/parent-point/schema'
import { isoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { aContact, aMeeting, aPupil, auditOf } from '@/tests/factories'
import { aFamily, boxes, theRest } from '@/tests/factories/family'
import { look, newId } from '@/tests/factories/insert'
import { aParentPoint, bringing } from '@/tests/factories/parent-point'

const now = new Date('2026-11-20T09:00:00Z')
const today = isoDate('2026-11-20')
const told = (over: object = {}) =>
  toldPointsForm.parse({ concern: 'He sleeps badly', how: 'phone', formKey: newId(), ...over })
const read = (actor: Actor, pupilId: string, meetingId?: string | null) =>
  asActor(actor, (tx) => parentPoints(tx, { pupilId, ...(meetingId !== undefined && { meetingId }) }, today))
const words = async (actor: Actor, pupilId: string) =>
  (await read(actor, pupilId)).map((point) => point.words)
const keptOf = (pupilId: string) =>
  look<{ words: string; meeting_id: string | null }>(
    'SELECT words, meeting_id FROM parent_points WHERE pupil_id = $1 ORDER BY added_at, id',
    [pupilId],
  )

/** Both parents can sign in, and both are asked to a meeting on 1 December. */
async function aMeetingWithBoth() {
  const family = await aFamily()
  const { pupil, mother, teacher } = family
  const father = await aContact(pupil, {
    fullName: 'Omar Khan',
    relationship: 'Father',
    withAccount: true,
  })
  const meeting = await aMeeting(pupil, {
    status: 'booked',
    heldOn: '2026-12-01',
    parents: [mother, father],
    ledById: teacher.id,
  })
  return { ...family, father, meeting }
}

describe('what a parent brings to a meeting', () => {
  it('is kept in their own words, each box a point, with how it came, and said in the trail', async () => {
    const { school, pupil, teacher, mother, meeting } = await aMeetingWithBoth()
    const form = bringing({
      hope: 'A plan for reading',
      concern: 'Tears at bedtime',
      'child-wish': 'More art',
    })
    await bringPoints(mother.actor, { pupilId: pupil.id, meetingId: meeting.id }, form, now)
    expect(await read(teacher.actor, pupil.id, meeting.id)).toMatchObject([
      { kind: 'hope', words: 'A plan for reading', how: 'service', parentName: 'Farah Khan', typedBy: null },
      { kind: 'concern', words: 'Tears at bedtime', addedOn: '2026-11-20' },
      { kind: 'child-wish', words: 'More art' },
    ])
    expect(await auditOf(school)).toEqual(['parent-point.brought'])
  })

  it('is kept once of two clicks, though they come at once', async () => {
    const { school, pupil, mother, meeting } = await aMeetingWithBoth()
    const form = bringing()
    await Promise.all(
      [1, 2].map(() => bringPoints(mother.actor, { pupilId: pupil.id, meetingId: meeting.id }, form, now)),
    )
    expect(await keptOf(pupil.id)).toHaveLength(1)
    expect(await auditOf(school)).toEqual(['parent-point.brought'])
  })

  it('is typed in for a parent by whoever arranges the meeting, with how it was given and by whom', async () => {
    const { pupil, teacher, mother, meeting } = await aMeetingWithBoth()
    await notePoints(
      teacher.actor,
      { pupilId: pupil.id, meetingId: meeting.id, contactId: mother.id },
      told(),
      now,
    )
    expect(await read(teacher.actor, pupil.id)).toMatchObject([
      { words: 'He sleeps badly', how: 'phone', parentName: 'Farah Khan', typedBy: 'Tom Whitfield' },
    ])
    expect(await words(mother.actor, pupil.id)).toEqual(['He sleeps badly'])
  })

  it('is read by the parent who said it and by staff of the pupil, never by the other parent', async () => {
    const { school, pupil, teacher, assistant, mother, father, meeting } = await aMeetingWithBoth()
    await aParentPoint(pupil, { contact: mother, by: teacher, meeting, words: 'From the mother' })
    await aParentPoint(pupil, { contact: father, by: teacher, meeting, words: 'From the father' })
    const both = ['From the mother', 'From the father']
    expect(await words(school.senco, pupil.id)).toEqual(both)
    expect(await words(teacher.actor, pupil.id)).toEqual(both)
    expect(await words(assistant.actor, pupil.id)).toEqual(both)
    expect(await words(mother.actor, pupil.id)).toEqual(['From the mother'])
    expect(await words(father.actor, pupil.id)).toEqual(['From the father'])
  })

  it('of a parent who is shut out is listed for nobody, and they neither read nor write', async () => {
    const { pupil, teacher, mother, meeting } = await aMeetingWithBoth()
    await aParentPoint(pupil, { contact: mother, by: teacher, meeting })
    await look(`UPDATE pupil_contacts SET restricted_from = '2026-11-20' WHERE contact_id = $1`, [mother.id])
    expect(await words(teacher.actor, pupil.id)).toEqual([])
    expect(await words(mother.actor, pupil.id)).toEqual([])
    const place = { pupilId: pupil.id, meetingId: meeting.id }
    await expect(bringPoints(mother.actor, place, bringing(), now)).rejects.toThrow(NotFound)
    await expect(notePoints(teacher.actor, { ...place, contactId: mother.id }, told(), now)).rejects.toThrow(
      NotFound,
    )
  })

  it('is refused for a meeting that is over, that one is not asked to, or is another pupil’s, and nothing is kept', async () => {
    const { school, pupil, teacher, mother, father } = await aMeetingWithBoth()
    const over = await aMeeting(pupil, { status: 'cancelled', heldOn: '2026-12-01', parents: [mother] })
    const his = await aMeeting(pupil, { status: 'booked', heldOn: '2026-12-02', parents: [father] })
    const ben = await aPupil(school, { givenName: 'Ben' })
    const bens = await aMeeting(ben, { status: 'booked', heldOn: '2026-12-02', parents: [mother] })
    expect(
      await bringPoints(mother.actor, { pupilId: pupil.id, meetingId: over.id }, bringing(), now),
    ).toMatchObject({ ok: false })
    for (const meetingId of [his.id, bens.id, newId(), 'x']) {
      await expect(
        bringPoints(mother.actor, { pupilId: pupil.id, meetingId }, bringing(), now),
      ).rejects.toThrow(NotFound)
      await expect(
        notePoints(teacher.actor, { pupilId: pupil.id, meetingId, contactId: mother.id }, told(), now),
      ).rejects.toThrow(NotFound)
    }
    expect(await keptOf(pupil.id)).toEqual([])
  })

  it('is for the parent themselves, or whoever may arrange the meeting, and nobody else', async () => {
    const all = await aMeetingWithBoth()
    const { pupil, mother, father, meeting } = all
    const place = { pupilId: pupil.id, meetingId: meeting.id }
    for (const [who, actor, error] of await theRest(all)) {
      // The mother has no business in typing for anyone; whether there is a pupil she knows already.
      const expected = actor === mother.actor ? NotFound : error
      await expect
        .soft(notePoints(actor, { ...place, contactId: father.id }, told(), now), who)
        .rejects.toThrow(expected)
      if (actor !== mother.actor)
        await expect.soft(bringPoints(actor, place, bringing(), now), who).rejects.toThrow(NotFound)
    }
    expect(await keptOf(pupil.id)).toEqual([])
  })

  it('waits for the next meeting while none is booked, and again when that one is called off', async () => {
    const { pupil, teacher, mother, father, meeting } = await aMeetingWithBoth()
    await bringPoints(mother.actor, { pupilId: pupil.id, meetingId: null }, bringing(), now)
    await bringPoints(father.actor, { pupilId: pupil.id, meetingId: null }, bringing({ concern: 'His' }), now)
    const form = arrangeForm.parse({
      on: boxes('2026-12-03'),
      at: '4pm',
      format: 'in-person',
      minutes: '30',
      purpose: 'review',
      invited: [mother.id],
      formKey: newId(),
    })
    const arranged = await arrangeParentMeeting(teacher.actor, pupil.id, form, now)
    if (!arranged.ok) throw new Error('not arranged')
    const { meetingId } = arranged.value
    expect(await keptOf(pupil.id)).toMatchObject([{ meeting_id: meetingId }, { meeting_id: null }])
    const off = notHeldForm.parse({ how: 'school', reason: 'Snow' })
    await recordNotHeld(teacher.actor, meetingId, 1, off, now)
    expect(await keptOf(pupil.id)).toMatchObject([{ meeting_id: null }, { meeting_id: null }])
    expect(await read(teacher.actor, pupil.id, meeting.id)).toEqual([])
  })

  it('cannot be altered, taken away, or given another name, by anybody', async () => {
    const { school, pupil, teacher, mother, father, meeting } = await aMeetingWithBoth()
    await aParentPoint(pupil, { contact: mother, by: teacher, meeting })
    const db = new Client({ connectionString: process.env.DATABASE_URL })
    await db.connect()
    const attempt = async (who: Actor, sql: string) => {
      await db.query('BEGIN')
      await db.query(
        `SELECT set_config('app.school_id', $1, true), set_config('app.membership_id', $2, true)`,
        [school.id, who.membershipId],
      )
      try {
        return (await db.query(sql)).rowCount
      } finally {
        await db.query('ROLLBACK')
      }
    }
    for (const who of [school.senco, teacher.actor, mother.actor]) {
      for (const sql of [
        `UPDATE parent_points SET words = 'Mine'`,
        `UPDATE parent_points SET contact_id = '${father.id}'`,
        'DELETE FROM parent_points',
      ])
        await expect(attempt(who, sql)).rejects.toThrow(/permission denied/)
    }
    const forged = (contactId: string, by: string) =>
      `INSERT INTO parent_points (school_id, id, pupil_id, meeting_id, contact_id, kind, words, given_by, added_by_id, added_at, form_key)
       VALUES ('${school.id}', '${newId()}', '${pupil.id}', '${meeting.id}', '${contactId}', 'hope', 'x', 'service', '${by}', now(), '${newId()}')`
    await expect(attempt(mother.actor, forged(father.id, mother.actor.membershipId))).rejects.toThrow(
      /row-level security/,
    )
    await expect(attempt(mother.actor, forged(mother.id, father.actor.membershipId))).rejects.toThrow(
      /row-level security/,
    )
    expect(await attempt(mother.actor, forged(mother.id, mother.actor.membershipId))).toBe(1)
    await db.end()
  })
})
