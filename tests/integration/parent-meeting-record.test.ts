import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { recordNotHeld } from '@/lib/parent-meeting/commands'
import { pupilMeetings } from '@/lib/parent-meeting/reads'
import { recordHeldMeeting } from '@/lib/parent-meeting/record.commands'
import { meetingRecord } from '@/lib/parent-meeting/record.reads'
import { heldForm } from '@/lib/parent-meeting/held.schema'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { aContact, aMeeting, aPupil, aSchool, auditOf } from '@/tests/factories'
import { aFamily, boxes, theRest } from '@/tests/factories/family'
import { look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T16:30:00Z')

const agreed = {
  outcomesAgreed: 'Carry on with the word list',
  supportAgreed: 'Four times a week',
  parentWillDo: 'Five words at bedtime',
  actions: { 0: { who: 'Tom Whitfield', what: 'Send home the cards', by: boxes('2026-11-27') } },
}
type Over = { came?: string[]; day?: string; formKey?: string; [field: string]: unknown }
const holding = ({ day = '2026-11-20', came = [], ...over }: Over = {}) =>
  heldForm.parse({
    came,
    pupilPart: 'part',
    heldOn: boxes(day),
    format: 'in-person',
    minutes: '40',
    formKey: newId(),
    ...over,
  })

async function aBooking(over: Parameters<typeof aMeeting>[1] = {}) {
  const family = await aFamily()
  const meeting = await aMeeting(family.pupil, {
    heldOn: '2026-11-20',
    status: 'booked',
    parents: [family.mother],
    ledById: family.teacher.id,
    ...over,
  })
  const hold = (over: Over = {}, version = 1, actor: Actor = family.teacher.actor) =>
    recordHeldMeeting(
      actor,
      meeting.id,
      version,
      holding({ came: [family.mother.id], ledById: family.teacher.id, ...over }),
      now,
    )
  return { ...family, meeting, hold }
}

const row = async (meeting: { id: string }) =>
  (
    await look(
      'SELECT status, version, held_on::text, actual_minutes, pupil_part, young_person_came, is_sen_discussion FROM parent_meetings WHERE id = $1',
      [meeting.id],
    )
  )[0]
const attendance = (meeting: { id: string }) =>
  look<{ contact_id: string | null; membership_id: string | null; came: boolean }>(
    'SELECT contact_id, membership_id, came FROM meeting_attendees WHERE meeting_id = $1 ORDER BY id',
    [meeting.id],
  )
const detailsOf = async (school: { id: string }) =>
  (
    await look<{ details: unknown }>(
      'SELECT details FROM audit_entries WHERE school_id = $1 ORDER BY recorded_at, id',
      [school.id],
    )
  ).map(({ details }) => details)
const recordOf = (actor: Actor, meeting: { id: string }) =>
  asActor(actor, (tx) => meetingRecord(tx, meeting.id))
const standingOn = (actor: Actor, pupil: { id: string }, day: string) =>
  asActor(actor, async (tx) => {
    const today = isoDate(day)
    return (
      await pupilMeetings(tx, actor, pupil.id, await schoolYearCalendar(tx, actor.schoolId, today), today)
    ).standing
  })

describe('recording a meeting as held', () => {
  it('keeps who came, what was agreed and what is to be done, and counts it', async () => {
    const { school, pupil, meeting, mother, hold } = await aBooking()
    expect(await hold({ ...agreed, staff: [school.sencoMember.id] })).toEqual({
      ok: true,
      value: { pupilId: pupil.id, meetingId: meeting.id },
    })
    expect(await row(meeting)).toMatchObject({
      status: 'held',
      version: 2,
      actual_minutes: 40,
      pupil_part: 'part',
      young_person_came: true,
    })
    expect(await attendance(meeting)).toEqual([
      { contact_id: mother.id, membership_id: null, came: true },
      { contact_id: null, membership_id: school.sencoMember.id, came: true },
    ])
    expect(await recordOf(school.senco, meeting)).toEqual({
      outcomesAgreed: 'Carry on with the word list',
      supportAgreed: 'Four times a week',
      parentWillDo: 'Five words at bedtime',
      pupilWillDo: null,
      schoolWillDo: null,
      aspirations: null,
      pupilSaid: null,
      worries: null,
      atHome: null,
      nextMeeting: null,
      writtenOn: '2026-11-20',
      isShared: false,
      actions: [{ who: 'Tom Whitfield', what: 'Send home the cards', by: '2026-11-27' }],
    })
    expect(await standingOn(school.senco, pupil, '2026-11-20')).toMatchObject({ held: 1 })
    expect(await auditOf(school)).toEqual(['parent-meeting.held'])
    expect(JSON.stringify(await detailsOf(school))).not.toContain('word list')
  })

  it('holds it once for two clicks, one after the other or at once', async () => {
    const { school, meeting, hold } = await aBooking()
    const formKey = newId()
    const both = await Promise.all([hold({ formKey, ...agreed }), hold({ formKey, ...agreed })])
    for (const result of [...both, await hold({ formKey, ...agreed })])
      expect(result).toMatchObject({ ok: true, value: { meetingId: meeting.id } })
    expect(await row(meeting)).toMatchObject({ status: 'held', version: 2 })
    expect(await look('SELECT id FROM meeting_records WHERE meeting_id = $1', [meeting.id])).toHaveLength(1)
    expect(await look('SELECT id FROM meeting_actions WHERE meeting_id = $1', [meeting.id])).toHaveLength(1)
    expect(await auditOf(school)).toEqual(['parent-meeting.held'])
  })

  it('tells the second of two people who hold it, or hold and cancel it, at once', async () => {
    for (const rival of ['hold', 'cancel'] as const) {
      const { school, meeting, hold } = await aBooking()
      const results = await Promise.allSettled([
        hold(agreed),
        rival === 'hold'
          ? hold({}, 1, school.senco)
          : recordNotHeld(school.senco, meeting.id, 1, { how: 'parent', reason: 'Ill' }, now),
      ])
      const told = results.filter((result) => result.status === 'rejected')
      expect(
        told.map(({ reason }) => reason as unknown),
        rival,
      ).toEqual([expect.any(ChangedElsewhere)])
      expect(await row(meeting)).toMatchObject({ version: 2 })
      expect(await auditOf(school)).toHaveLength(1)
    }
  })

  it.each([
    ['tomorrow', { day: '2026-11-21' }, 'heldOn', 'must be today or in the past'],
    ['nobody', { came: [] }, 'came', 'choose “Nobody came” instead'],
    ['a leader who is not on the list', { ledById: newId() }, 'ledById', 'from the list'],
    ['staff who are not on the list', { staff: [newId()] }, 'staff', 'from the list'],
    ['a parent who is not on the list', { came: [newId()] }, 'came', 'from the list'],
  ])('refuses %s in words, and keeps nothing', async (_what, over, field, message) => {
    const { school, meeting, hold } = await aBooking()
    expect(await hold({ ...agreed, ...over })).toEqual({
      ok: false,
      problems: [{ field, message: expect.stringContaining(message) as string }],
    })
    expect(await row(meeting)).toMatchObject({ status: 'booked', version: 1 })
    expect(await recordOf(school.senco, meeting)).toBeNull()
    expect(await auditOf(school)).toEqual([])
  })

  it('refuses a parent who is shut out, though the form says that they came', async () => {
    const { pupil, mother, hold } = await aBooking()
    const shutOut = await aContact(pupil, { fullName: 'Sam Khan', restrictedFrom: '2026-11-20' })
    expect(await hold({ came: [mother.id, shutOut.id] })).toMatchObject({
      ok: false,
      problems: [{ field: 'came' }],
    })
  })

  it('accepts the young person alone once compulsory school age has ended, and not before', async () => {
    const school = await aSchool({ phase: 'secondary' })
    for (const [dateOfBirth, ok] of [
      ['2010-08-30', true], // ended on 26 June 2026
      ['2010-09-15', false], // goes on until 25 June 2027
    ] as const) {
      const pupil = await aPupil(school, { dateOfBirth, yearGroup: 12 })
      const meeting = await aMeeting(pupil, {
        heldOn: '2026-11-20',
        status: 'booked',
        ledById: school.sencoMember.id,
      })
      const form = holding({ ledById: school.sencoMember.id, pupilPart: 'all' })
      expect(await recordHeldMeeting(school.senco, meeting.id, 1, form, now)).toMatchObject({ ok })
      const absent = holding({ ledById: school.sencoMember.id, pupilPart: 'views-before' })
      expect(await recordHeldMeeting(school.senco, meeting.id, ok ? 2 : 1, absent, now)).toMatchObject({
        ok: false,
      })
    }
  })

  it('recomputes the day it was held, however late it is typed in', async () => {
    const { school, pupil, meeting, hold } = await aBooking({ heldOn: '2026-12-01' })
    expect(await standingOn(school.senco, pupil, '2026-12-05')).toMatchObject({ state: 'at-risk', held: 0 })
    expect(await hold({ day: '2026-10-14' })).toMatchObject({ ok: true })
    expect(await standingOn(school.senco, pupil, '2026-12-05')).toMatchObject({ state: 'on-track', held: 1 })
    expect(await standingOn(school.senco, pupil, '2026-10-14')).toMatchObject({ held: 1 })
    expect(await standingOn(school.senco, pupil, '2026-10-13')).toMatchObject({ held: 0 })
    expect(await row(meeting)).toMatchObject({ held_on: '2026-10-14' })
  })

  it('counts a parents’ evening only when it was a review with an agreed record', async () => {
    const { meeting, hold } = await aBooking({ isSenDiscussion: false })
    await look(`UPDATE parent_meetings SET purpose = 'parents-evening' WHERE id = $1 RETURNING id`, [
      meeting.id,
    ])
    expect(await hold({ alsoReview: 'yes' })).toMatchObject({
      ok: false,
      problems: [{ field: 'outcomesAgreed' }],
    })
    expect(await hold(agreed)).toMatchObject({ ok: true })
    expect(await row(meeting)).toMatchObject({ is_sen_discussion: false })
    expect(await hold({ ...agreed, alsoReview: 'yes' }, 2)).toMatchObject({ ok: true })
    expect(await row(meeting)).toMatchObject({ is_sen_discussion: true })
  })

  it('keeps nothing at all when a part of it cannot be kept', async () => {
    const { school, pupil, teacher, meeting, mother } = await aBooking()
    // past the schema, as a mistake of ours would be: Postgres cannot keep a null byte
    const form = {
      ...holding({ ...agreed, came: [mother.id], ledById: teacher.id }),
      nextMeeting: 'January\0',
    }
    await expect(recordHeldMeeting(teacher.actor, meeting.id, 1, form, now)).rejects.toThrow()
    expect(await row(meeting)).toMatchObject({ status: 'booked', version: 1 })
    expect((await attendance(meeting)).map(({ came }) => came)).toEqual([null])
    expect(await standingOn(school.senco, pupil, '2026-11-20')).toMatchObject({ held: 0 })
    expect(await auditOf(school)).toEqual([])
  })

  it('is nothing for those who may not', async () => {
    const { hold, meeting, ...family } = await aBooking()
    for (const [who, actor, error] of await theRest(family))
      await expect(hold({}, 1, actor), who).rejects.toThrow(error)
    expect(await row(meeting)).toMatchObject({ status: 'booked', version: 1 })
  })
})

describe('the record of a held meeting', () => {
  it('may be written later, is then due no more, and names only its fields in the audit trail', async () => {
    const { school, pupil, meeting, hold } = await aBooking()
    await hold()
    expect(await recordOf(school.senco, meeting)).toBeNull()
    expect(await hold(agreed, 2)).toMatchObject({ ok: true })
    expect(await auditOf(school)).toEqual(['parent-meeting.held', 'parent-meeting.record-changed'])
    expect((await detailsOf(school))[1]).toEqual({
      fields: ['outcomesAgreed', 'supportAgreed', 'parentWillDo', 'actions'],
    })
    const found = await asActor(school.senco, async (tx) =>
      pupilMeetings(
        tx,
        school.senco,
        pupil.id,
        await schoolYearCalendar(tx, school.id, isoDate('2026-12-01')),
        isoDate('2026-12-01'),
      ),
    )
    expect(found.meetings[0]).toMatchObject({ hasRecord: true, signed: null, flags: [{ ruleId: 'R18' }] })
  })

  it('changes with the version it was opened with, keeps who came, and cannot be emptied', async () => {
    const { school, meeting, father, hold } = await aBooking()
    await hold(agreed)
    await expect(hold({ ...agreed, supportAgreed: 'Three times' }, 1)).rejects.toThrow(ChangedElsewhere)
    const changed = { ...agreed, supportAgreed: 'Three times', actions: {} }
    expect(await hold({ ...changed, came: [father.id] }, 2)).toMatchObject({ ok: true })
    expect(await recordOf(school.senco, meeting)).toMatchObject({ supportAgreed: 'Three times', actions: [] })
    expect((await attendance(meeting)).map(({ came }) => came)).toEqual([false, true])
    expect((await detailsOf(school))[1]).toEqual({ fields: ['came', 'supportAgreed', 'actions'] })
    expect(await hold({}, 3)).toMatchObject({ ok: false, problems: [{ field: 'outcomesAgreed' }] })
    expect(await hold({ ...changed, came: [] }, 3)).toMatchObject({
      ok: false,
      problems: [{ field: 'came' }],
    })
  })

  it('stays countable when the parent who came is shut out afterwards, and is edited', async () => {
    const { school, pupil, mother, hold } = await aBooking()
    await hold(agreed)
    await look(
      `UPDATE pupil_contacts SET restricted_from = '2026-11-20' WHERE contact_id = $1 RETURNING id`,
      [mother.id],
    )
    expect(await hold({ ...agreed, came: [], worries: 'Bedtime' }, 2)).toMatchObject({ ok: true })
    expect(await standingOn(school.senco, pupil, '2026-11-20')).toMatchObject({ held: 1 })
  })
})
