import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { getOversight } from '@/lib/oversight/queries'
import { oversightPupils } from '@/lib/oversight/reads'
import { figuresOf } from '@/lib/oversight/rules'
import { asActor, onStatement } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/actor'
import { schoolYearCalendar } from '@/lib/school/reads'
import { registerFigures } from '@/lib/sen-register/filter.rules'
import { registerLines } from '@/lib/sen-register/reads'
import {
  aClass,
  aContact,
  aCycle,
  aMeeting,
  aMember,
  aPupil,
  aSchool,
  aTeacherOf,
  type TestPupil,
  type TestSchool,
} from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2027-03-16T09:00:00Z')
const today = isoDate('2027-03-16')

const tell = (pupil: TestPupil, contactId: string | null, by: string) =>
  insert('parent_notifications', {
    school_id: pupil.schoolId,
    id: newId(),
    pupil_id: pupil.id,
    sen_status_id: pupil.statusId,
    contact_id: contactId,
    method: 'letter',
    told_on: '2025-09-05',
    recorded_by_id: by,
  })

/** A pupil with a mother, and meetings held with her on these days. */
async function aFamily(school: TestSchool, days: readonly string[], over: Parameters<typeof aPupil>[1] = {}) {
  const pupil = await aPupil(school, over)
  const mother = await aContact(pupil)
  for (const heldOn of days)
    await aMeeting(pupil, { heldOn, parents: [mother], ledById: school.sencoMember.id })
  return { pupil, mother }
}

const AUTUMN_AND_SPRING = ['2026-10-14', '2027-02-03']

describe('oversight', () => {
  it('tells SENCO and head the year so far by duty, and those of whom fewer are asked apart', async () => {
    const school = await aSchool()
    const head = await aMember(school, 'headteacher')
    const { pupil, mother } = await aFamily(school, [...AUTUMN_AND_SPRING, '2027-03-03'])
    await tell(pupil, mother.id, school.sencoMember.id)
    await aCycle(pupil, { reviewDue: '2027-03-05' })
    await aFamily(school, [], { yearGroup: 5, need: 'ASD', familyName: 'Bello' })
    await aFamily(school, ['2027-02-03'], { statusFrom: '2027-01-06', familyName: 'Clarke', yearGroup: 5 })
    await aFamily(school, AUTUMN_AND_SPRING, { status: 'ehc-plan', familyName: 'Davies' })
    await aPupil(school, { status: 'none' })
    await aFamily(await aSchool(), AUTUMN_AND_SPRING)

    for (const actor of [school.senco, head.actor]) {
      const page = await getOversight(actor, now)
      if (page.kind !== 'by-pupil') throw new Error('not by pupil')
      expect(page.figures).toMatchObject({
        pupils: 4,
        held: 6,
        needed: 11,
        expectedByNow: 7,
        threeHeld: 1,
        fewerThanThree: 3,
        fewerPartYear: 1,
        fullYear: { pupils: 3, met: 1 },
        meetingsShort: 2,
        reviews: { agreed: 1, overdue: 1, longest: 11 },
        told: { asked: 3, missing: 2 },
        formats: { 'in-person': 6, video: 0, phone: 0 },
      })
      expect(
        page.figures.byYear.map(({ key, counts }) => [
          key,
          counts.met,
          counts['at-risk'],
          counts['on-track'],
        ]),
      ).toEqual([
        [4, 1, 0, 1],
        [5, 0, 1, 1],
      ])
      expect(page.partYear).toEqual([
        expect.objectContaining({
          name: 'Clarke, Amira',
          standing: expect.objectContaining({ required: 2, held: 1 }) as unknown,
        }),
      ])
      expect(page.burnUp.held.at(-1)).toEqual({ on: '2027-03-03', total: 6 })
      expect(page.sencos).toEqual(['Ruth Adeyemi'])
      expect(page.needs['SLCN']).toBe('Speech, language and communication')
    }
  })

  it('says how good the meetings were that count, the same to everyone, and to governors nothing small', async () => {
    const school = await aSchool()
    const governor = await aMember(school, 'governor')
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const mother = await aContact(pupil)
    const father = await aContact(pupil, { fullName: 'Imran Khan', restrictedFrom: '2026-09-01' })
    const first = await aMeeting(pupil, { heldOn: '2026-10-14', parents: [mother], ledById: teacher.id })
    await aMeeting(pupil, { heldOn: '2027-02-03', parents: [mother], ledById: school.sencoMember.id })
    await aMeeting(pupil, { heldOn: '2027-02-24', parents: [], ledById: teacher.id })
    await look(`UPDATE parent_meetings SET pupil_part = 'part', actual_minutes = 35 WHERE id = $1`, [
      first.id,
    ])
    await insert('meeting_record_deliveries', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      meeting_id: first.id,
      contact_id: mother.id,
      method: 'letter',
      given_on: '2026-10-20',
      recorded_by_id: teacher.id,
    })
    expect(father.id).not.toBe(mother.id)
    await aFamily(await aSchool(), AUTUMN_AND_SPRING)
    const page = await getOversight(school.senco, now)
    if (page.kind !== 'by-pupil') throw new Error('not by pupil')
    expect(page.quality).toEqual({
      meetings: 2,
      ledByOneWhoKnows: { part: 1, of: 2 },
      withViews: { part: 1, of: 2 },
      longEnough: { part: 1, of: 1 },
      typicalMinutes: 35,
      plannedMinutes: 30,
      inTime: { part: 1, of: 2 },
    })
    const few = { part: 'few', of: 'few' }
    expect((await getOversight(governor.actor, now)).qualityForGovernors).toEqual({
      ledByOneWhoKnows: few,
      withViews: few,
      longEnough: few,
      inTime: few,
      typicalMinutes: null,
    })
    const rows = (actor: Actor) =>
      asActor(actor, (tx) => tx.$queryRaw`SELECT * FROM app.quality_facts('2026-09-01', '2027-08-31')`)
    expect(await rows(teacher.actor)).toEqual([])
    expect(JSON.stringify(await rows(governor.actor))).not.toMatch(
      new RegExp([pupil.id, mother.id, 'Khan'].join('|')),
    )
  })

  it('counts exactly as the register does: meetings that do not count, young people, those who left', async () => {
    const school = await aSchool()
    const { pupil, mother } = await aFamily(school, ['2026-10-14', '2026-10-14', '2027-01-20'])
    await aMeeting(pupil, { heldOn: '2027-02-24', parents: [mother], ledById: null })
    await aMeeting(pupil, {
      heldOn: '2027-02-25',
      parents: [mother],
      ledById: school.sencoMember.id,
      status: 'no-show',
    })
    await aMeeting(pupil, {
      heldOn: '2027-03-22',
      parents: [mother],
      ledById: school.sencoMember.id,
      status: 'booked',
    })
    const round = { roundId: newId(), ledById: school.sencoMember.id }
    const { pupil: other, mother: hers } = await aFamily(school, [])
    const father = await aContact(other, { fullName: 'Imran Khan' })
    await aMeeting(other, { heldOn: '2026-11-03', parents: [hers], ...round })
    await aMeeting(other, { heldOn: '2026-11-05', parents: [father], ...round })
    const young = await aPupil(school, { dateOfBirth: '2010-03-10', yearGroup: 12, statusFrom: '2024-09-02' })
    await aMeeting(young, { heldOn: '2026-11-05', youngPersonCame: true, ledById: school.sencoMember.id })
    await aFamily(school, ['2026-10-14'], { statusUntil: '2027-02-12' })
    await aPupil(school, { statusFrom: '2027-03-08' })
    await aCycle(await aPupil(school), { reviewDue: '2027-03-16' })

    await asActor(school.senco, async (tx) => {
      const calendar = await schoolYearCalendar(tx, school.id, today)
      const figures = figuresOf(await oversightPupils(tx, { calendar, since: calendar, today }))
      const lines = await registerLines(tx, calendar, today)
      const register = registerFigures(lines)
      expect(figures.pupils).toBe(lines.length)
      expect(figures.fewerThanThree).toBe(register.fewer)
      expect(figures.states['at-risk']).toBe(register.atRisk)
      expect(figures.states['not-met']).toBe(register.notMet)
      expect(figures.reviews.overdue).toBe(register.overdue)
      expect(figures.held + figures.extra).toBe(lines.reduce((sum, { standing }) => sum + standing.held, 0))
      expect(figures.needed).toBe(lines.reduce((sum, { standing }) => sum + standing.required, 0))
      expect(figures.expectedByNow).toBe(lines.reduce((sum, { standing }) => sum + standing.expectedByNow, 0))
      expect(figures.booked).toBe(lines.reduce((sum, { standing }) => sum + standing.booked, 0))
      // Two in one day, and two in one round, are one each.
      expect(figures.held).toBe(2 + 1 + 1 + 1)
    })
  })

  it('tells a governor figures only, none below six, and no pupil', async () => {
    const school = await aSchool()
    const governor = await aMember(school, 'governor')
    for (let n = 0; n < 8; n++) await aFamily(school, AUTUMN_AND_SPRING)
    for (let n = 0; n < 7; n++) await aFamily(school, [], { yearGroup: 5, familyName: 'Bello' })
    for (let n = 0; n < 2; n++)
      await aFamily(school, [...AUTUMN_AND_SPRING, '2027-03-03'], { yearGroup: 5, need: 'VI' })

    const page = await getOversight(governor.actor, now)
    expect(page.kind).toBe('figures')
    expect(page.forGovernors).toMatchObject({
      pupils: 17,
      held: 22,
      threeHeld: 'few',
      fewerThanThree: 'withheld',
      threeHeldPercent: null,
      reviewsOverdue: 'few',
      byNeed: [
        { key: 'SLCN', pupils: 'withheld' },
        { key: 'VI', pupils: 'few' },
      ],
    })
    const said = JSON.stringify(page)
    expect(said).not.toMatch(/Amira|Bello|Khan|[0-9a-f]{8}-[0-9a-f]{4}/)
    expect(Object.keys(page)).not.toContain('figures')
    expect(Object.keys(page)).not.toContain('partYear')
  })

  it.each([
    ['a class teacher', 'class-teacher'],
    ['a teaching assistant', 'teaching-assistant'],
  ] as const)('is not there for %s, nor are the facts behind it', async (_who, role) => {
    const school = await aSchool()
    const ash = await aClass(school)
    const { pupil } = await aFamily(school, AUTUMN_AND_SPRING, { classId: ash.id })
    const member = await aTeacherOf(school, ash, [pupil], { role })
    await refused(member.actor)
    expect(await factsSeenBy(member.actor)).toBe(0)
  })

  it('is not there for a parent, nor are the facts behind it', async () => {
    const school = await aSchool()
    const mother = await aContact(await aPupil(school), { withAccount: true })
    await refused(mother.actor)
    expect(await factsSeenBy(mother.actor)).toBe(0)
  })

  it('shows nothing of another school, whoever says they are there', async () => {
    const school = await aSchool()
    await aFamily(school, AUTUMN_AND_SPRING)
    const elm = await aSchool()
    const governor = await aMember(elm, 'governor')
    const page = await getOversight(elm.senco, now)
    expect(page.kind === 'by-pupil' && page.figures.pupils).toBe(0)
    for (const actor of [elm.senco, governor.actor])
      expect(await factsSeenBy({ ...actor, schoolId: school.id })).toBe(0)
  })

  it('asks as often for 50 pupils as for 5', async () => {
    const small = await aSchool()
    for (let n = 0; n < 5; n++) await aFamily(small, AUTUMN_AND_SPRING)
    const large = await aSchool()
    for (let n = 0; n < 50; n++) await aFamily(large, ['2026-10-14'])
    const counted = [0]
    onStatement(() => (counted[counted.length - 1] = (counted.at(-1) ?? 0) + 1))
    await getOversight(small.senco, now)
    counted.push(0)
    await getOversight(large.senco, now)
    expect(counted[1]).toBe(counted[0])
    expect(counted[0]).toBeGreaterThan(3)
  })
})

const refused = async (actor: Actor) => {
  await expect(getOversight(actor, now)).rejects.toThrow(NotFound)
}

const factsSeenBy = (actor: Actor) =>
  asActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT * FROM app.standing_facts('2026-09-01'::date, '2027-08-31'::date, '2027-03-16'::date)`
    return rows.length
  })
