import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { saveCounting } from '@/lib/counting/commands'
import { getCounting, getHowCounted } from '@/lib/counting/queries'
import { countingForm } from '@/lib/counting/schema'
import { CODE_OF_2015 } from '@/lib/parent-meeting/rule-set.rules'
import { asActor, onStatement } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/actor'
import { schoolYearCalendar } from '@/lib/school/reads'
import { registerLines } from '@/lib/sen-register/reads'
import {
  aClass,
  aContact,
  aMeeting,
  aMember,
  aPupil,
  aSchool,
  aTeacherOf,
  auditOf,
  type TestSchool,
} from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const now = new Date('2027-03-16T09:00:00Z')
const today = isoDate('2027-03-16')

const typed = {
  phoneCounts: 'yes',
  proRata: 'yes',
  includeEhcPlan: 'yes',
  includeNursery: 'yes',
  warnSchoolDays: '10',
  starts: 'today',
}
const form = (over: object = {}) => countingForm.parse({ ...typed, ...over })
const noPhone = (over: object = {}) => form({ phoneCounts: '', ...over })

const settingsOn = (school: TestSchool, day: string, as: Actor = school.senco) =>
  asActor(as, async (tx) => (await schoolYearCalendar(tx, school.id, isoDate(day))).settings)

/** A pupil whose two meetings were by phone and in person. */
async function aPhoned(school: TestSchool) {
  const pupil = await aPupil(school)
  const mother = await aContact(pupil)
  const meeting = { parents: [mother], ledById: school.sencoMember.id }
  await aMeeting(pupil, { ...meeting, heldOn: '2026-10-14', format: 'phone' })
  await aMeeting(pupil, { ...meeting, heldOn: '2027-02-03' })
  return pupil
}

describe('how a school counts meetings', () => {
  it('shows the effect on today’s numbers, saves nothing by that, and then does what it showed', async () => {
    const school = await aSchool()
    await aPhoned(school)
    await aPhoned(await aSchool())
    await aPupil(school, { dateOfBirth: '2023-05-03', yearGroup: -1 })
    const before = await getCounting(school.senco, null, now)
    expect(before).toMatchObject({ number: 0, history: [], preview: null, counting: { phoneCounts: true } })

    const { preview } = await getCounting(school.senco, noPhone({ includeNursery: '' }), now)
    expect(preview?.effect).toEqual({
      pupils: 2,
      changed: 2,
      changes: [
        { from: 'on-track', to: 'at-risk', pupils: 1 },
        { from: 'at-risk', to: 'not-in-scope', pupils: 1 },
      ],
      fewer: { now: 2, then: 1 },
    })
    expect(await settingsOn(school, '2027-03-16')).toMatchObject({ phoneCounts: true, includeNursery: true })

    expect(await saveCounting(school.senco, 0, noPhone({ includeNursery: '' }), now)).toEqual({
      ok: true,
      value: null,
    })
    const lines = await asActor(school.senco, async (tx) =>
      registerLines(tx, await schoolYearCalendar(tx, school.id, today), today),
    )
    expect(lines.map(({ standing, sentence }) => [standing.state, sentence])).toEqual([
      ['at-risk', 'Second was due by 11 March, none booked'],
      ['not-in-scope', 'In nursery, which this school does not count'],
    ])
    expect(await auditOf(school)).toEqual(['counting.set'])
    const [entry] = await look('SELECT details FROM audit_entries WHERE school_id = $1', [school.id])
    expect(entry).toEqual({ details: { from: '2027-03-16', fields: ['phoneCounts', 'includeNursery'] } })
  })

  it('is dated: the days before, and the years before, keep what held then', async () => {
    const school = await aSchool()
    await saveCounting(school.senco, 0, noPhone(), now)
    await saveCounting(school.senco, 1, noPhone({ warnSchoolDays: '15', starts: 'next-year' }), now)
    expect(await settingsOn(school, '2027-03-15')).toMatchObject({ phoneCounts: true, warnSchoolDays: 10 })
    expect(await settingsOn(school, '2027-03-16')).toMatchObject({ phoneCounts: false, warnSchoolDays: 10 })
    expect(await settingsOn(school, '2027-08-31')).toMatchObject({ phoneCounts: false, warnSchoolDays: 10 })
    expect(await settingsOn(school, '2027-09-01')).toMatchObject({ phoneCounts: false, warnSchoolDays: 15 })
    const { history, nextYearFrom } = await getCounting(school.senco, null, now)
    expect(nextYearFrom).toBe('2027-09-01')
    expect(history.map(({ number, from, setBy }) => [number, from, setBy])).toEqual([
      [2, '2027-09-01', 'Ruth Adeyemi'],
      [1, '2027-03-16', 'Ruth Adeyemi'],
    ])
  })

  it('tells the second of two people, and whoever changes nothing', async () => {
    const school = await aSchool()
    const head = await aMember(school, 'headteacher')
    const both = await Promise.allSettled([
      saveCounting(school.senco, 0, noPhone(), now),
      saveCounting(head.actor, 0, form({ warnSchoolDays: '15' }), now),
    ])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(ChangedElsewhere) as ChangedElsewhere,
    })
    expect(await auditOf(school)).toEqual(['counting.set'])
    const elm = await aSchool()
    expect(await saveCounting(elm.senco, 0, form(), now)).toEqual({
      ok: false,
      problems: [
        { field: 'form', message: 'Change something first: this is how meetings are counted already' },
      ],
    })
    expect(await auditOf(elm)).toEqual([])
  })

  it('is set by the SENCO and the headteacher of this school only, and read by its staff', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
    const governor = await aMember(school, 'governor')
    const mother = await aContact(pupil, { withAccount: true })
    for (const actor of [teacher.actor, assistant.actor, governor.actor, mother.actor]) {
      await expect(getCounting(actor, null, now)).rejects.toThrow(NotFound)
      await expect(saveCounting(actor, 0, noPhone(), now)).rejects.toThrow(NotAllowed)
    }
    for (const actor of [teacher.actor, assistant.actor, governor.actor])
      expect(await getHowCounted(actor, now)).toMatchObject({ rule: CODE_OF_2015, maySet: false })
    await expect(getHowCounted(mother.actor, now)).rejects.toThrow(NotFound)
    const elm = await aSchool()
    const forged: Actor = { ...elm.senco, schoolId: school.id }
    const teacherAsSenco: Actor = { membershipId: teacher.id, schoolId: school.id, role: 'senco' }
    for (const actor of [forged, teacherAsSenco])
      await expect(saveCounting(actor, 0, noPhone(), now)).rejects.toThrow()
    expect(await look('SELECT 1 FROM counting_settings WHERE school_id = $1', [school.id])).toEqual([])
    await saveCounting(school.senco, 0, noPhone(), now)
    // A family's page counts by the same settings as the school's.
    expect(await settingsOn(school, '2027-03-16', mother.actor)).toMatchObject({ phoneCounts: false })
  })

  it('never lets a school write the Code, nor alter or take away what was set', async () => {
    const school = await aSchool()
    await saveCounting(school.senco, 0, noPhone(), now)
    const tries = [
      `UPDATE meeting_rule_sets SET each_year = 1`,
      `INSERT INTO meeting_rule_sets (from_on, source, paragraph, words, each_year, formats) VALUES ('2020-01-01', 'x', 'x', 'x', 1, '{phone}')`,
      `UPDATE counting_settings SET phone_counts = true`,
      `DELETE FROM counting_settings`,
    ]
    for (const sql of tries)
      await expect(asActor(school.senco, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
        /permission denied/,
      )
  })

  it('takes as many statements for many pupils as for one', async () => {
    const school = await aSchool()
    await aPhoned(school)
    const sent: string[] = []
    onStatement((sql) => sent.push(sql))
    const count = async () => {
      sent.length = 0
      await getCounting(school.senco, noPhone(), now)
      return sent.length
    }
    const one = await count()
    await aPhoned(school)
    await aPhoned(school)
    expect(await count()).toBe(one)
  })
})
