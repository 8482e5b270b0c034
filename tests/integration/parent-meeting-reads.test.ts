import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { meetingFacts, pupilMeetings } from '@/lib/parent-meeting/reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { schoolYearCalendar } from '@/lib/school/reads'
import { aClass, aContact, aMeeting, aMember, aPupil, aSchool, aTeacherOf } from '@/tests/factories'

const on = (actor: Actor, pupilId: string, day: string) =>
  asActor(actor, async (tx) => {
    const today = isoDate(day)
    return pupilMeetings(tx, actor, pupilId, await schoolYearCalendar(tx, actor.schoolId, today), today)
  })

async function aFamily() {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const mother = await aContact(pupil, { withAccount: true })
  const father = await aContact(pupil, { withAccount: true, fullName: 'Imran Khan', relationship: 'Father' })
  return { school, pupil, teacher, mother, father }
}

describe("a pupil's meetings of the year", () => {
  it('says of each whether it counts and why not, who came and who has a copy', async () => {
    const { school, pupil, teacher, mother, father } = await aFamily()
    const held = await aMeeting(pupil, { parents: [mother], ledById: teacher.id, withRecord: true })
    await aMeeting(pupil, {
      heldOn: '2026-11-12',
      parents: [mother],
      ledById: teacher.id,
      isSenDiscussion: false,
    })
    await aMeeting(pupil, { heldOn: '2027-02-03', parents: [mother], ledById: teacher.id, status: 'no-show' })
    await aMeeting(pupil, {
      heldOn: '2027-03-16',
      parents: [mother, father],
      ledById: teacher.id,
      status: 'booked',
    })
    await aMeeting(pupil, { heldOn: '2025-11-12', parents: [mother], ledById: teacher.id })

    const found = await on(school.senco, pupil.id, '2027-03-10')
    expect(found.standing).toMatchObject({ state: 'on-track', held: 1, booked: 1 })
    expect(found.sentence).toBe('Second booked for 16 March')
    expect(found.meetings.map(({ on: day, counts, why }) => [day, counts, why])).toEqual([
      ['2026-10-14', true, null],
      ['2026-11-12', false, 'Not about SEN outcomes'],
      ['2027-02-03', false, 'No parent came'],
      ['2027-03-16', false, 'Counts when it is recorded as held'],
    ])
    expect(found.meetings[0]).toMatchObject({
      id: held.id,
      leader: 'Tom Whitfield',
      came: [{ contactId: mother.id, name: 'Farah Khan' }],
      hasRecord: true,
      copyDue: '2026-11-05',
      copies: [
        { contactId: mother.id, name: 'Farah Khan', method: null, on: null },
        { contactId: father.id, name: 'Imran Khan', method: null, on: null },
      ],
      flags: [
        { ruleId: 'R19', message: 'Two parents should have had a copy of the record by 5 November' },
        { ruleId: 'R23' },
      ],
    })
    expect(found.meetings[1]?.flags.map(({ ruleId }) => ruleId)).toEqual(['R18', 'R23'])
  })

  it('counts the same for both of two separated parents, and tells neither who else came', async () => {
    const { pupil, teacher, mother, father } = await aFamily()
    await aMeeting(pupil, { parents: [mother], ledById: teacher.id, withRecord: true })
    await aMeeting(pupil, { heldOn: '2026-11-18', parents: [father], ledById: teacher.id, withRecord: true })
    await aMeeting(pupil, { heldOn: '2026-12-10', parents: [father], ledById: teacher.id, status: 'booked' })
    for (const [parent, came] of [
      [mother, [['Farah Khan'], []]],
      [father, [[], ['Imran Khan'], []]],
    ] as const) {
      const found = await on(parent.actor, pupil.id, '2026-12-01')
      expect(found.standing).toMatchObject({ state: 'on-track', held: 2 })
      expect(found.meetings.map((meeting) => meeting.came.map(({ name }) => name))).toEqual(came)
      expect(JSON.stringify(found)).not.toContain(parent === mother ? 'Imran' : 'Farah')
    }
  })

  it('names no parent who is shut out among the invited, and asks no copy for them', async () => {
    const { school, pupil, teacher, mother } = await aFamily()
    const shutOut = await aContact(pupil, { fullName: 'Sam Khan', restrictedFrom: '2026-11-01' })
    await aMeeting(pupil, { parents: [mother], ledById: teacher.id, withRecord: true })
    await aMeeting(pupil, { heldOn: '2027-01-12', parents: [mother, shutOut], status: 'booked' })
    expect(JSON.stringify(await on(school.senco, pupil.id, '2026-12-01'))).not.toContain('Sam')
  })

  it("is empty for another class's teacher, a governor and another school's SENCO", async () => {
    const { school, pupil, mother } = await aFamily()
    await aMeeting(pupil, { parents: [mother] })
    const elm = await aSchool()
    const other = await aTeacherOf(school, await aClass(school), [])
    const governor = await aMember(school, 'governor')
    for (const actor of [other.actor, governor.actor, elm.senco])
      expect((await on(actor, pupil.id, '2026-12-01')).meetings).toEqual([])
  })
})

describe('the facts of many pupils', () => {
  it('are those on the register this year, or those named, and an EHC plan is among them', async () => {
    const school = await aSchool()
    const [amira, ben, cara] = [
      await aPupil(school),
      await aPupil(school, { status: 'ehc-plan' }),
      await aPupil(school, { status: 'none' }),
    ]
    await aPupil(school, { statusFrom: '2024-09-01', statusUntil: '2026-07-20' })
    await aMeeting(ben)
    const facts = (ids: string[] | null) =>
      asActor(school.senco, (tx) =>
        meetingFacts(tx, ids, { year: { firstDay: isoDate('2026-09-01'), lastDay: isoDate('2027-08-31') } }),
      )
    expect([...(await facts(null)).keys()].sort()).toEqual([amira.id, ben.id].sort())
    expect([...(await facts([ben.id, cara.id])).keys()].sort()).toEqual([ben.id, cara.id].sort())
    expect((await facts([ben.id])).get(ben.id)).toMatchObject({
      dateOfBirth: '2018-05-03',
      statuses: [{ status: 'ehc-plan', from: '2025-09-03', until: null }],
      meetings: [
        {
          on: '2026-10-14',
          status: 'held',
          parentAttended: false,
          ledByTeacherOrSenco: false,
          roundId: null,
        },
      ],
    })
  })
})
