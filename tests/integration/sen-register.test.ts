import { describe, expect, it } from 'vitest'
import { schoolDay } from '@/lib/calendar/iso-date'
import { meetingFacts, standingFrom } from '@/lib/parent-meeting/reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor, onStatement } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { exportRegister } from '@/lib/sen-register/commands'
import { everyone, type RegisterFilters } from '@/lib/sen-register/filter.rules'
import { listRegister } from '@/lib/sen-register/queries'
import {
  aClass,
  aContact,
  aCycle,
  aMeeting,
  aMember,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
} from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'

const now = new Date('2027-03-16T09:00:00Z')
const today = schoolDay(now)

const register = (actor: Actor, asked: Partial<RegisterFilters> = {}) =>
  listRegister(actor, { ...everyone, ...asked }, now)
const namesOf = async (actor: Actor, asked: Partial<RegisterFilters> = {}) =>
  (await register(actor, asked)).lines.map(({ name }) => name)

type School = Awaited<ReturnType<typeof aSchool>>

/** A pupil with a mother who came to the meetings of these days. */
async function aPupilWhoMet(school: School, over: Parameters<typeof aPupil>[1], ...days: string[]) {
  const pupil = await aPupil(school, over)
  const mother = await aContact(pupil)
  const led = { ledById: school.sencoMember.id, parents: [mother] }
  for (const heldOn of days)
    await aMeeting(pupil, { ...led, heldOn, status: heldOn > today ? 'booked' : 'held' })
  return { ...pupil, mother, led }
}

describe('the register', () => {
  it('says of each pupil who they are, what they have, where they stand and what is due', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const jack = await aPupilWhoMet(
      school,
      { givenName: 'Jack', familyName: 'Barlow', classId: ash.id, need: 'SEMH' },
      '2026-10-14',
    )
    await aCycle(jack, { number: 1, stage: 'closed', closedOn: '2026-12-01', reviewDue: '2026-12-01' })
    const cycle = await aCycle(jack, { number: 2, stage: 'review', reviewDue: '2027-03-12' })

    const page = await register(school.senco)
    expect(page.lines).toEqual([
      {
        pupilId: jack.id,
        name: 'Barlow, Jack',
        also: null,
        soughtAs: 'barlow jack',
        yearGroup: 4,
        className: ash.name,
        status: 'sen-support',
        need: { code: 'SEMH', name: 'Social, emotional and mental health' },
        stage: 'review',
        cycleId: cycle.id,
        reviewDue: '2027-03-12',
        daysOverdue: 4,
        standing: {
          state: 'at-risk',
          held: 1,
          required: 3,
          eachYear: 3,
          booked: 0,
          expectedByNow: 2,
          schoolDaysLeft: 74,
          fewerThanThree: true,
          nextDue: '2027-07-07',
        },
        sentence: 'Second was due by 11 March, none booked',
      },
    ])
    expect(page).toMatchObject({
      today: '2027-03-16',
      yearName: '2026 to 2027',
      isStandardCalendar: false,
      total: 1,
      figures: { fewer: 1, atRisk: 1, overdue: 1, notMet: 0 },
      choices: {
        years: [4],
        classes: [ash.name],
        needs: [{ code: 'SEMH', name: 'Social, emotional and mental health' }],
      },
      filters: everyone,
      isWholeSchool: true,
      mayExport: true,
      mayFill: true,
    })
  })

  it('holds those who were on it on a day of this year, by name, and nobody else', async () => {
    const school = await aSchool()
    await aPupil(school, { familyName: 'Zuma', status: 'ehc-plan' })
    await aPupil(school, { familyName: 'Émile' })
    await aPupil(school, { familyName: 'Green', statusUntil: '2027-02-12' })
    await aPupil(school, { familyName: 'Adams', statusUntil: '2026-08-31' })
    await aPupil(school, { familyName: 'Baker', status: 'none' })
    await aPupil(school, { familyName: 'First', statusUntil: '2026-09-01' })
    await aPupil(school, { familyName: 'Later', statusFrom: '2027-06-01' })
    const { lines } = await register(school.senco)
    expect(lines.map(({ name, status, stage, standing }) => [name, status, stage, standing.state])).toEqual([
      ['Émile, Amira', 'sen-support', 'none', 'at-risk'],
      ['First, Amira', 'ended', 'none', 'not-applicable'],
      ['Green, Amira', 'ended', 'none', 'not-met'],
      ['Later, Amira', 'to-come', 'none', 'not-in-scope'],
      ['Zuma, Amira', 'ehc-plan', 'none', 'at-risk'],
    ])
  })

  it('leaves out those with an EHC plan where the school has set them apart, but not those who had SEN support this year', async () => {
    const school = await aSchool()
    await look('UPDATE schools SET include_ehc_plan = false WHERE id = $1', [school.id])
    await aPupil(school, { familyName: 'Always E', status: 'ehc-plan' })
    const moved = await aPupil(school, { familyName: 'K to E', statusUntil: '2027-02-12' })
    await insert('sen_statuses', {
      school_id: school.id,
      id: newId(),
      pupil_id: moved.id,
      status: 'ehc-plan',
      from_on: '2027-02-13',
    })
    const { lines } = await register(school.senco)
    expect(lines.map(({ name, status }) => [name, status])).toEqual([['K to E, Amira', 'ehc-plan']])
  })

  it('ends with the last day on the roll, and names a pupil as they are called', async () => {
    const school = await aSchool()
    const left = await aPupil(school, { familyName: 'Left' })
    const before = await aPupil(school, { familyName: 'Before' })
    await look('UPDATE pupils SET on_roll_until = $2, preferred_name = $3 WHERE id = $1', [
      left.id,
      '2027-01-29',
      'Amy',
    ])
    await look('UPDATE pupils SET on_roll_until = $2 WHERE id = $1', [before.id, '2026-07-21'])
    const { lines } = await register(school.senco)
    expect(lines.map(({ name, also, soughtAs, status }) => [name, also, soughtAs, status])).toEqual([
      ['Left, Amy', 'Amira', 'left amy amira', 'ended'],
    ])
  })

  it('shows the main need of today, and where none goes on the last one', async () => {
    const school = await aSchool()
    const changed = await aPupil(school, { familyName: 'Changed', need: 'MLD' })
    await look('UPDATE sen_needs SET until_on = $2 WHERE pupil_id = $1', [changed.id, '2026-11-01'])
    const need = (over: object) =>
      insert('sen_needs', {
        school_id: school.id,
        id: newId(),
        pupil_id: changed.id,
        from_on: '2026-11-02',
        ...over,
      })
    await need({ code: 'ASD', rank: 2 })
    await need({ code: 'HI', rank: 1 })
    const ended = await aPupil(school, { familyName: 'Ended', need: 'PD', statusUntil: '2027-02-12' })
    await look('UPDATE sen_needs SET until_on = $2 WHERE pupil_id = $1', [ended.id, '2027-02-12'])
    const none = await aPupil(school, { familyName: 'None' })
    await look('UPDATE sen_needs SET from_on = $2 WHERE pupil_id = $1', [none.id, '2027-04-12'])
    const { lines } = await register(school.senco)
    expect(lines.map(({ need: main }) => main?.code ?? null)).toEqual(['HI', 'PD', null])
  })

  it('reckons with the usual school year where the school has set none', async () => {
    const school = await aSchool({ withCalendar: false })
    await aPupil(school)
    expect(await register(school.senco)).toMatchObject({
      isStandardCalendar: true,
      total: 1,
      yearName: '2026 to 2027',
    })
  })

  it('says of 6.65 what the pupil’s own page says, whatever the meetings are like', async () => {
    const school = await aSchool()
    const father = async (pupil: { id: string; schoolId: string }) =>
      aContact(pupil, { fullName: 'Omar Khan', relationship: 'Father' })
    const three = await aPupilWhoMet(
      school,
      { familyName: 'Three' },
      '2026-09-15',
      '2026-11-03',
      '2027-01-19',
    )
    await aMeeting(three, { ...three.led, heldOn: '2025-10-14' })
    const round = await aPupilWhoMet(school, { familyName: 'Round' }, '2026-10-14')
    const roundId = newId()
    await aMeeting(round, { ...round.led, heldOn: '2027-02-03', roundId })
    await aMeeting(round, { ...round.led, heldOn: '2027-02-05', roundId, parents: [await father(round)] })
    const both = await aPupilWhoMet(school, { familyName: 'Both' })
    await aMeeting(both, { ...both.led, heldOn: '2027-02-03', parents: [both.mother, await father(both)] })
    const alone = await aPupilWhoMet(school, { familyName: 'Alone' })
    await aMeeting(alone, { ...alone.led, heldOn: '2027-02-03', came: false })
    await aMeeting(alone, { ...alone.led, heldOn: '2027-02-04', status: 'no-show', came: false })
    await aMeeting(alone, { ...alone.led, heldOn: '2027-02-05', ledById: null })
    await aMeeting(alone, { ...alone.led, heldOn: '2027-02-08', isSenDiscussion: false })
    await aMeeting(alone, { ...alone.led, heldOn: '2027-02-09', format: 'phone' })
    const young = await aPupil(school, { familyName: 'Young', dateOfBirth: '2009-05-03', yearGroup: 12 })
    await aMeeting(young, { ledById: school.sencoMember.id, heldOn: '2026-11-10', youngPersonCame: true })
    const child = await aPupil(school, { familyName: 'Child' })
    await aMeeting(child, { ledById: school.sencoMember.id, heldOn: '2026-11-10', youngPersonCame: true })
    await aPupilWhoMet(school, { familyName: 'Booked' }, '2027-03-16', '2027-03-22', '2027-05-05')
    await aPupilWhoMet(school, { familyName: 'Part', statusFrom: '2027-01-06' }, '2027-02-10')

    const { lines } = await register(school.senco)
    const facts = await asActor(school.senco, async (tx) => {
      const calendar = await schoolYearCalendar(tx, school.id, today)
      const found = await meetingFacts(tx, null, calendar)
      return new Map([...found].map(([id, fact]) => [id, standingFrom(fact, calendar, today)]))
    })
    expect(lines.map(({ pupilId, standing, sentence }) => [pupilId, { standing, sentence }])).toEqual(
      lines.map(({ pupilId }) => [pupilId, facts.get(pupilId)]),
    )
    expect(
      Object.fromEntries(lines.map(({ name, standing }) => [name.split(',')[0], standing.held])),
    ).toEqual({
      ...{ Three: 3, Round: 2, Both: 1, Alone: 1, Young: 1, Child: 0, Booked: 1, Part: 1 },
    })
  })

  it('narrows and sorts, and leaves the search by name to the page', async () => {
    const school = await aSchool()
    const birch = await aClass(school, { name: '5 Birch' })
    const late = await aPupil(school, { familyName: 'Abdi', classId: birch.id, yearGroup: 5 })
    await aCycle(late, { reviewDue: '2027-03-01' })
    await aPupilWhoMet(school, { familyName: 'Bello', need: 'ASD' }, '2026-09-15', '2026-11-03', '2027-01-19')
    await aPupil(school, { familyName: 'Cole', statusUntil: '2027-02-12' })
    const { senco } = school
    expect(await namesOf(senco, { class: '5 Birch' })).toEqual(['Abdi, Amira'])
    expect(await namesOf(senco, { need: 'ASD' })).toEqual(['Bello, Amira'])
    expect(await namesOf(senco, { few: true })).toEqual(['Abdi, Amira', 'Cole, Amira'])
    expect(await namesOf(senco, { overdue: true })).toEqual(['Abdi, Amira'])
    expect(await namesOf(senco, { status: 'ended' })).toEqual(['Cole, Amira'])
    expect(await namesOf(senco, { state: 'met', year: 4 })).toEqual(['Bello, Amira'])
    expect(await namesOf(senco, { q: 'cole' })).toHaveLength(3)
    expect(await namesOf(senco, { sort: 'urgent' })).toEqual(['Abdi, Amira', 'Cole, Amira', 'Bello, Amira'])
    const unknown = await register(senco, { class: '9 Z', year: 9, need: 'VI', few: true })
    expect(unknown.filters).toEqual({ ...everyone, few: true })
    expect(unknown.total).toBe(3)
  })

  it('asks as much of the database for a hundred pupils as for ten', async () => {
    let statements = 0
    onStatement(() => (statements += 1))
    const asked: number[] = []
    for (const pupils of [10, 100]) {
      const school = await aSchool()
      for (let n = 0; n < pupils; n++) {
        const pupil = await aPupilWhoMet(school, { familyName: `Number ${n}` }, '2026-10-14', '2027-02-03')
        await aCycle(pupil)
      }
      statements = 0
      const { lines } = await register(school.senco)
      expect(lines).toHaveLength(pupils)
      expect(new Set(lines.map(({ standing }) => standing.held))).toEqual(new Set([2]))
      asked.push(statements)
    }
    expect(asked[1]).toBe(asked[0])
    expect(asked[0]).toBeLessThanOrEqual(5)
  })
})

describe('who sees the register', () => {
  it('shows teachers and assistants the pupils they know, and lets them take no file', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const own = await aPupil(school, { familyName: 'Own', classId: ash.id })
    await aPupil(school, { familyName: 'Other' })
    for (const role of ['class-teacher', 'teaching-assistant'] as const) {
      const { actor } = await aTeacherOf(school, ash, [own], { role })
      expect(await register(actor)).toMatchObject({
        total: 1,
        isWholeSchool: false,
        mayExport: false,
        mayFill: false,
      })
      expect(await namesOf(actor)).toEqual(['Own, Amira'])
      await expect(exportRegister(actor, everyone, now)).rejects.toThrow(NotAllowed)
    }
    expect(await auditOf(school)).toEqual([])
  })

  it('shows the headteacher everyone', async () => {
    const school = await aSchool()
    await aPupil(school)
    const { actor } = await aMember(school, 'headteacher')
    expect(await register(actor)).toMatchObject({
      total: 1,
      isWholeSchool: true,
      mayExport: true,
      mayFill: true,
    })
  })

  it('is not there for a governor or a parent, and has nobody of ours for another school', async () => {
    const school = await aSchool()
    const pupil = await aPupil(school)
    const governor = await aMember(school, 'governor')
    const mother = await aContact(pupil, { withAccount: true })
    for (const { actor } of [governor, mother]) {
      await expect(register(actor)).rejects.toThrow(NotFound)
      await expect(exportRegister(actor, everyone, now)).rejects.toThrow(NotAllowed)
    }
    const elsewhere = await aSchool()
    expect((await register(elsewhere.senco)).lines).toEqual([])
    const pretending = { ...elsewhere.senco, schoolId: school.id }
    expect((await register(pretending)).lines).toEqual([])
    await expect(exportRegister(pretending, everyone, now)).rejects.toThrow()
    expect(await auditOf(school)).toEqual([])
  })
})

describe('the register as a file', () => {
  it('has those asked for, runs no formula, names nobody in its name, and is written down', async () => {
    const school = await aSchool()
    await aPupilWhoMet(
      school,
      { familyName: '=HYPERLINK("http://x")', givenName: 'Zoë' },
      '2026-10-14',
      '2027-02-03',
    )
    await aPupil(school, { familyName: 'Khan', givenName: 'Yusuf' })
    await aPupil(school, { familyName: 'Bello', yearGroup: 5 })
    const file = await exportRegister(school.senco, { ...everyone, year: 4, sort: 'meetings' }, now)
    expect(file).toMatchObject({ fileName: 'sen-register-2027-03-16.csv', count: 2 })
    expect(file.text).toBe(
      '\uFEFFName,Year,Class,SEN status,Main need,Stage,Review due,Days overdue,Meetings that count,Meetings needed,Meetings booked,State,Reason,Next meeting due\r\n' +
        '"Khan, Yusuf",Year 4,,SEN support,"Speech, language and communication",No open cycle,,,0,3,0,At risk,"Two were due by 11 March, none booked",07/07/2027\r\n' +
        '"\'=HYPERLINK(""http://x""), Zoë",Year 4,,SEN support,"Speech, language and communication",No open cycle,,,2,3,0,On track,Third due by 7 July,07/07/2027\r\n',
    )
    const found = await exportRegister(school.senco, { ...everyone, q: 'yusuf' }, now)
    expect(found.count).toBe(1)
    const entries = await look<{
      action: string
      details: unknown
      pupil_id: unknown
      membership_id: string
    }>(
      'SELECT action, details, pupil_id, membership_id FROM audit_entries WHERE school_id = $1 ORDER BY recorded_at, id',
      [school.id],
    )
    const entry = { action: 'register.exported', pupil_id: null, membership_id: school.senco.membershipId }
    expect(entries).toEqual([
      { ...entry, details: { count: 2, narrowedBy: ['year'] } },
      { ...entry, details: { count: 1, narrowedBy: ['q'] } },
    ])
  })
})
