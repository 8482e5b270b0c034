import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { saveSettings } from '@/lib/school/commands'
import { getSettings } from '@/lib/school/queries'
import { schoolYearCalendar } from '@/lib/school/reads'
import { settingsForm } from '@/lib/school/schema'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')

const typed = {
  planName: 'Individual support plan',
  meetingMinutes: '30',
  reminderDays: '2',
  termSchoolDays: '70',
  yearBegins: { day: '1', month: '09' },
  adviceName: 'SENDIASS',
  adviceUrl: 'https://advice.example.org',
}
const form = (over: object = {}) => settingsForm.parse({ ...typed, ...over })

describe('the settings of a school', () => {
  it('are changed as a whole, name only the changed fields in the audit trail', async () => {
    const school = await aSchool()
    expect(await saveSettings(school.senco, 1, form(), now)).toEqual({ ok: true, value: null })
    expect(await getSettings(school.senco, now)).toMatchObject({
      version: 2,
      planName: 'Individual support plan',
      adviceName: 'SENDIASS',
      officePhone: null,
    })
    const [entry] = await look('SELECT action, details FROM audit_entries WHERE school_id = $1', [school.id])
    expect(entry).toEqual({
      action: 'settings.changed',
      details: { fields: ['planName', 'termSchoolDays', 'adviceName', 'adviceUrl'] },
    })
  })

  it('are for the SENCO and the headteacher of this school only', async () => {
    const school = await aSchool()
    const ash = await aClass(school)
    const pupil = await aPupil(school, { classId: ash.id })
    const teacher = await aTeacherOf(school, ash, [pupil])
    const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
    const governor = await aMember(school, 'governor')
    const mother = await aContact(pupil, { withAccount: true })
    for (const actor of [teacher.actor, assistant.actor, governor.actor, mother.actor]) {
      await expect(getSettings(actor, now)).rejects.toThrow(NotFound)
      await expect(saveSettings(actor, 1, form(), now)).rejects.toThrow(NotAllowed)
    }
    const elm = await aSchool()
    const forged: Actor = { ...elm.senco, schoolId: school.id }
    const teacherAsSenco: Actor = { membershipId: teacher.id, schoolId: school.id, role: 'senco' }
    for (const actor of [forged, teacherAsSenco])
      await expect(saveSettings(actor, 1, form(), now)).rejects.toThrow()
    expect(await getSettings(school.senco, now)).toMatchObject({ version: 1, planName: 'SEN support plan' })
    expect(await getSettings(elm.senco, now)).toMatchObject({ version: 1 })
    const head = await aMember(school, 'headteacher')
    expect(await saveSettings(head.actor, 1, form(), now)).toMatchObject({ ok: true })
  })

  it('tell the second of two people who change them at once', async () => {
    const school = await aSchool()
    const both = await Promise.allSettled([
      saveSettings(school.senco, 1, form({ planName: 'ISP' }), now),
      saveSettings(school.senco, 1, form({ planName: 'Support plan' }), now),
    ])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(ChangedElsewhere) as ChangedElsewhere,
    })
    expect(await getSettings(school.senco, now)).toMatchObject({ version: 2 })
    expect(await auditOf(school)).toEqual(['settings.changed'])
  })

  it('move the years that are set with the day a year begins, all or none', async () => {
    const school = await aSchool()
    const days = () =>
      look('SELECT first_day::text, last_day::text, version FROM school_years WHERE school_id = $1', [
        school.id,
      ])
    expect(
      await saveSettings(school.senco, 1, form({ yearBegins: { day: '24', month: '08' } }), now),
    ).toMatchObject({ ok: true })
    expect(await days()).toEqual([{ first_day: '2026-08-24', last_day: '2027-08-23', version: 2 }])
    const tooLate = await saveSettings(
      school.senco,
      2,
      form({ planName: 'ISP', yearBegins: { day: '3', month: '09' } }),
      now,
    )
    expect(tooLate).toEqual({
      ok: false,
      problems: [
        {
          field: 'yearBegins.day',
          message: 'In 2026 to 2027 the term Autumn begins on 2 September: change that calendar first',
        },
      ],
    })
    expect(await days()).toEqual([{ first_day: '2026-08-24', last_day: '2027-08-23', version: 2 }])
    expect(await getSettings(school.senco, now)).toMatchObject({
      version: 2,
      planName: 'Individual support plan',
      yearBegins: '08-24',
    })
  })

  it('a school’s own terms say how long about a term is; without them what is set, 75 at first', async () => {
    const school = await aSchool()
    expect(await getSettings(school.senco, now)).toMatchObject({ termSchoolDays: 75 })
    await saveSettings(school.senco, 1, form(), now)
    const on = (day: string) => asActor(school.senco, (tx) => schoolYearCalendar(tx, school.id, isoDate(day)))
    const set = await on('2026-11-20')
    const unset = await on('2030-11-20')
    expect(set.isStandard).toBe(false)
    expect(set.termSchoolDays).toBe((await getSettings(school.senco, now)).ownTerm)
    expect(set.termSchoolDays).not.toBe(70)
    expect([unset.isStandard, unset.termSchoolDays]).toEqual([true, 70])
    expect((await getSettings(school.senco, new Date('2030-11-20T09:00:00Z'))).ownTerm).toBeNull()
  })
})
