import { describe, expect, it } from 'vitest'
import { arrangeParentMeeting, moveParentMeeting, recordNotHeld } from '@/lib/parent-meeting/commands'
import { arrangeForm, moveForm, notHeldForm } from '@/lib/parent-meeting/schema'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { aContact, aMeeting, aMember, aPupil, aSchool, auditOf } from '@/tests/factories'
import { aFamily, boxes, theRest } from '@/tests/factories/family'
import { look, newId } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z') // a Friday in term

type Over = { day?: string; invited?: string[]; formKey?: string; [field: string]: unknown }

const typed = ({ day = '2026-12-01', invited = [], ...over }: Over = {}) => ({
  on: boxes(day),
  at: '3:30pm',
  format: 'in-person',
  place: 'Library',
  minutes: '30',
  purpose: 'review',
  invited,
  formKey: newId(),
  ...over,
})
const arranging = (over: Over) => arrangeForm.parse(typed(over))
const moving = (over: Over) => moveForm.parse(typed(over))

const meetingsOf = (pupil: { id: string }) =>
  look<{ id: string; status: string; version: number; round_id: string | null }>(
    'SELECT id, status, version, round_id, held_on::text, at, is_sen_discussion, led_by_id, cancelled_by, cancel_reason FROM parent_meetings WHERE pupil_id = $1 ORDER BY id',
    [pupil.id],
  )
const invitedTo = async (meetingId: string) =>
  (
    await look<{ contact_id: string }>(
      'SELECT contact_id FROM meeting_attendees WHERE meeting_id = $1 ORDER BY contact_id',
      [meetingId],
    )
  ).map((row) => row.contact_id)

describe('arranging a meeting', () => {
  it('books it with those invited, and says so in the audit trail', async () => {
    const { school, pupil, teacher, mother, father } = await aFamily()
    const form = arranging({ invited: [mother.id, father.id], ledById: teacher.id })
    const arranged = await arrangeParentMeeting(teacher.actor, pupil.id, form, now)
    const [meeting] = await meetingsOf(pupil)
    expect(arranged).toEqual({ ok: true, value: { meetingId: meeting?.id, on: '2026-12-01' } })
    expect(meeting).toMatchObject({
      status: 'booked',
      held_on: '2026-12-01',
      at: '15:30',
      is_sen_discussion: true,
      led_by_id: teacher.id,
    })
    expect(await invitedTo(meeting!.id)).toEqual([mother.id, father.id].sort())
    expect(await auditOf(school)).toEqual(['parent-meeting.arranged'])
  })

  it('makes one meeting of two clicks, one after the other or at once', async () => {
    const { school, pupil, teacher, mother } = await aFamily()
    const form = arranging({ invited: [mother.id], ledById: teacher.id })
    const both = await Promise.all([1, 2].map(() => arrangeParentMeeting(teacher.actor, pupil.id, form, now)))
    const again = await arrangeParentMeeting(teacher.actor, pupil.id, form, now)
    const [meeting, ...others] = await meetingsOf(pupil)
    expect(others).toEqual([])
    for (const result of [...both, again])
      expect(result).toMatchObject({ ok: true, value: { meetingId: meeting?.id } })
    expect(await invitedTo(meeting!.id)).toEqual([mother.id])
    expect(await auditOf(school)).toEqual(['parent-meeting.arranged'])
  })

  it.each([
    ['a day more than a year ahead', { day: '2027-11-21' }, 'on', 'within the next 12 months'],
    ['a day before the Code', { day: '2014-08-31' }, 'on', 'on or after 1 September 2014'],
    ['a day to come without a time', { at: '' }, 'at', 'Enter the time the meeting starts'],
    ['nobody', { invited: [] }, 'invited', 'Select at least one parent or carer'],
  ])('refuses %s in words, and keeps nothing', async (_what, over, field, message) => {
    const { school, pupil, teacher, mother } = await aFamily()
    const form = arranging({ invited: [mother.id], ...over })
    const refused = await arrangeParentMeeting(teacher.actor, pupil.id, form, now)
    expect(refused).toEqual({
      ok: false,
      problems: [{ field, message: expect.stringContaining(message) as string }],
    })
    expect(await meetingsOf(pupil)).toEqual([])
    expect(await auditOf(school)).toEqual([])
  })

  it('takes a day in the past, without a time, as the entry of a meeting already held', async () => {
    const { pupil, teacher, mother } = await aFamily()
    const form = arranging({ day: '2026-10-07', at: '', invited: [mother.id] })
    expect(await arrangeParentMeeting(teacher.actor, pupil.id, form, now)).toMatchObject({
      ok: true,
      value: { on: '2026-10-07' },
    })
  })

  it('refuses a parent who is shut out, though the form names them, and one who will be by that day', async () => {
    const { pupil, teacher, mother } = await aFamily()
    const shutOut = await aContact(pupil, { fullName: 'Sam Khan', restrictedFrom: '2026-11-20' })
    const soon = await aContact(pupil, { fullName: 'Lee Khan', restrictedFrom: '2026-12-01' })
    const stranger = await aContact(await aPupil({ id: pupil.schoolId }), { fullName: 'Zoe Barlow' })
    for (const [contact, message] of [
      [shutOut, 'Select who is invited from the list'],
      [stranger, 'Select who is invited from the list'],
      [soon, 'Check with the SENCO before you invite Lee Khan on that day'],
    ] as const) {
      const form = arranging({ invited: [mother.id, contact.id] })
      expect(await arrangeParentMeeting(teacher.actor, pupil.id, form, now)).toEqual({
        ok: false,
        problems: [{ field: 'invited', message }],
      })
    }
    expect(await meetingsOf(pupil)).toEqual([])
  })

  it('offers the lead to teachers, the SENCO and the head; a forged assistant, parent or stranger is refused', async () => {
    const { school, pupil, teacher, assistant, mother } = await aFamily()
    const elm = await aSchool()
    for (const id of [assistant.id, mother.member!.id, elm.sencoMember.id]) {
      const form = arranging({ invited: [mother.id], ledById: id })
      expect(await arrangeParentMeeting(teacher.actor, pupil.id, form, now)).toMatchObject({
        ok: false,
        problems: [{ field: 'ledById' }],
      })
    }
    for (const id of [school.sencoMember.id, ''])
      expect(
        await arrangeParentMeeting(
          teacher.actor,
          pupil.id,
          arranging({ invited: [mother.id], ledById: id }),
          now,
        ),
      ).toMatchObject({ ok: true })
  })

  it('invites nobody else where the young person is over compulsory school age on that day', async () => {
    const school = await aSchool({ phase: 'secondary' })
    const pupil = await aPupil(school, { dateOfBirth: '2010-08-30', yearGroup: 12 })
    expect(await arrangeParentMeeting(school.senco, pupil.id, arranging({}), now)).toMatchObject({ ok: true })
  })

  it('puts two meetings with separated parents in one round', async () => {
    const { school, pupil, teacher, mother, father } = await aFamily()
    const first = await aMeeting(pupil, { heldOn: '2026-11-18', parents: [mother], ledById: teacher.id })
    const form = arranging({ invited: [father.id], roundWith: first.id })
    expect(await arrangeParentMeeting(teacher.actor, pupil.id, form, now)).toMatchObject({ ok: true })
    const [one, two] = await meetingsOf(pupil)
    expect(one?.round_id).toEqual(two?.round_id)
    expect(one?.round_id).not.toBeNull()
    const elsewhere = await aMeeting(await aPupil(school))
    const wrong = arranging({ invited: [father.id], roundWith: elsewhere.id })
    expect(await arrangeParentMeeting(teacher.actor, pupil.id, wrong, now)).toMatchObject({
      ok: false,
      problems: [{ field: 'roundWith' }],
    })
  })

  it('is for the teachers of the pupil and those who lead the school, and nobody else', async () => {
    const family = await aFamily()
    const head = await aMember(family.school, 'headteacher')
    for (const [who, actor, error] of await theRest(family))
      await expect(
        arrangeParentMeeting(actor, family.pupil.id, arranging({ invited: [family.mother.id] }), now),
        who,
      ).rejects.toThrow(error)
    expect(await meetingsOf(family.pupil)).toEqual([])
    for (const actor of [family.school.senco, head.actor, family.teacher.actor])
      expect(
        await arrangeParentMeeting(actor, family.pupil.id, arranging({ invited: [family.mother.id] }), now),
      ).toMatchObject({ ok: true })
  })

  it('keeps a parents’ evening from counting unless it is also a review', async () => {
    const { pupil, teacher, mother } = await aFamily()
    for (const alsoReview of ['', 'yes'])
      await arrangeParentMeeting(
        teacher.actor,
        pupil.id,
        arranging({ invited: [mother.id], purpose: 'parents-evening', alsoReview }),
        now,
      )
    expect(await meetingsOf(pupil)).toMatchObject([{ is_sen_discussion: false }, { is_sen_discussion: true }])
  })
})

describe('moving a booked meeting', () => {
  it('changes it, invites who is added, and names only the fields in the audit trail', async () => {
    const { school, pupil, teacher, mother, father } = await aFamily()
    const meeting = await aMeeting(pupil, {
      heldOn: '2026-12-01',
      status: 'booked',
      parents: [mother],
      ledById: teacher.id,
    })
    const form = moving({ day: '2026-12-03', at: '16:00', invited: [father.id], ledById: teacher.id })
    expect(await moveParentMeeting(teacher.actor, meeting.id, 1, form, now)).toEqual({
      ok: true,
      value: { pupilId: pupil.id },
    })
    expect(await meetingsOf(pupil)).toMatchObject([
      { held_on: '2026-12-03', at: '16:00', status: 'booked', version: 2 },
    ])
    expect(await invitedTo(meeting.id)).toEqual([mother.id, father.id].sort())
    const [entry] = await look<{ details: unknown }>(
      'SELECT action, details FROM audit_entries WHERE school_id = $1',
      [school.id],
    )
    expect(entry).toEqual({
      action: 'parent-meeting.moved',
      details: { fields: ['heldOn', 'at', 'place'], invited: 1 },
    })
  })

  it('tells the second of two people, and keeps what the first said', async () => {
    const { school, pupil, teacher, mother } = await aFamily()
    const meeting = await aMeeting(pupil, { heldOn: '2026-12-01', status: 'booked', parents: [mother] })
    const outcomes = await Promise.allSettled([
      moveParentMeeting(teacher.actor, meeting.id, 1, moving({ day: '2026-12-02' }), now),
      moveParentMeeting(school.senco, meeting.id, 1, moving({ day: '2026-12-08' }), now),
    ])
    const [told] = outcomes.filter(({ status }) => status === 'rejected')
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(told).toMatchObject({ reason: expect.any(ChangedElsewhere) as ChangedElsewhere })
    expect(await meetingsOf(pupil)).toMatchObject([{ version: 2 }])
    expect(await auditOf(school)).toEqual(['parent-meeting.moved'])
  })

  it('is refused once the meeting was held, and to those who may not', async () => {
    const family = await aFamily()
    const held = await aMeeting(family.pupil, { parents: [family.mother] })
    expect(await moveParentMeeting(family.teacher.actor, held.id, 1, moving({}), now)).toMatchObject({
      ok: false,
      problems: [{ field: 'form' }],
    })
    const booked = await aMeeting(family.pupil, {
      status: 'booked',
      heldOn: '2026-12-01',
      parents: [family.mother],
    })
    for (const [who, actor, error] of await theRest(family))
      await expect(moveParentMeeting(actor, booked.id, 1, moving({}), now), who).rejects.toThrow(error)
    await expect(moveParentMeeting(family.teacher.actor, 'not-an-id', 1, moving({}), now)).rejects.toThrow(
      NotFound,
    )
  })
})

describe('a meeting that did not take place', () => {
  it.each([
    [
      'school',
      'Flu in the office',
      { status: 'cancelled', cancelled_by: 'school', cancel_reason: 'Flu in the office' },
    ],
    ['parent', 'Work', { status: 'cancelled', cancelled_by: 'parent', cancel_reason: 'Work' }],
    ['declined', '', { status: 'declined', cancelled_by: null, cancel_reason: null }],
    ['nobody-came', '', { status: 'no-show', cancelled_by: null, cancel_reason: null }],
  ])('%s: is recorded with its reason', async (how, reason, expected) => {
    const { school, pupil, teacher, mother } = await aFamily()
    const meeting = await aMeeting(pupil, { heldOn: '2026-11-19', status: 'booked', parents: [mother] })
    const form = notHeldForm.parse({ how, reason })
    expect(await recordNotHeld(teacher.actor, meeting.id, 1, form, now)).toMatchObject({ ok: true })
    expect(await recordNotHeld(teacher.actor, meeting.id, 1, form, now)).toMatchObject({ ok: true }) // a second click
    expect(await meetingsOf(pupil)).toMatchObject([{ ...expected, version: 2 }])
    expect(await auditOf(school)).toEqual(['parent-meeting.not-held'])
  })

  it('cannot be one to which nobody came before it was to be', async () => {
    const { pupil, teacher } = await aFamily()
    const meeting = await aMeeting(pupil, { heldOn: '2026-11-21', status: 'booked' })
    expect(
      await recordNotHeld(teacher.actor, meeting.id, 1, { how: 'nobody-came', reason: null }, now),
    ).toMatchObject({ ok: false, problems: [{ field: 'how' }] })
    expect(await meetingsOf(pupil)).toMatchObject([{ status: 'booked' }])
  })

  it('cannot be one that was held, and is nothing for those who may not', async () => {
    const family = await aFamily()
    const cancel = { how: 'school', reason: 'Snow' } as const
    const held = await aMeeting(family.pupil, { parents: [family.mother] })
    expect(await recordNotHeld(family.teacher.actor, held.id, 1, cancel, now)).toMatchObject({ ok: false })
    const booked = await aMeeting(family.pupil, {
      status: 'booked',
      heldOn: '2026-12-01',
      parents: [family.mother],
    })
    for (const [who, actor, error] of await theRest(family))
      await expect(recordNotHeld(actor, booked.id, 1, cancel, now), who).rejects.toThrow(error)
  })
})
