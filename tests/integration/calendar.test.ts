import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { SchoolYear } from '@/lib/calendar/school-year'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { saveCalendar } from '@/lib/school/commands'
import { getCalendar, getCalendarToChange } from '@/lib/school/queries'
import { schoolYearCalendar } from '@/lib/school/reads'
import type { CalendarForm } from '@/lib/school/schema'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { look } from '@/tests/factories/insert'

const now = new Date('2026-11-20T09:00:00Z')
const thisYear = 2026 as SchoolYear
const next = 2027 as SchoolYear

const term = (row: string, name: string, firstDay: string, lastDay: string) => ({
  row,
  name,
  firstDay: isoDate(firstDay),
  lastDay: isoDate(lastDay),
})
const twoTerms: CalendarForm = {
  terms: [term('0', 'Autumn', '2026-09-03', '2026-12-18'), term('1', 'Spring', '2027-01-04', '2027-07-16')],
  closures: [{ row: '0', from: isoDate('2026-10-23'), until: isoDate('2026-11-02'), reason: 'Half term' }],
}
const nextYear: CalendarForm = { terms: [term('0', 'All', '2027-09-02', '2028-07-20')], closures: [] }

const rows = (school: { id: string }) =>
  look<{ first_day: string; version: number; terms: number; closed: number }>(
    `SELECT y.first_day::text, y.version, (SELECT count(*)::int FROM terms t WHERE t.school_year_id = y.id) AS terms,
       (SELECT count(*)::int FROM closed_days c WHERE c.school_year_id = y.id) AS closed
     FROM school_years y WHERE y.school_id = $1 ORDER BY y.first_day`,
    [school.id],
  )

/** Everyone who may not set the calendar. */
async function theRest(school: { id: string }) {
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const governor = await aMember(school, 'governor')
  const mother = await aContact(pupil, { withAccount: true })
  return { staff: [teacher.actor, assistant.actor, governor.actor], parent: mother.actor }
}

describe('the calendar', () => {
  it('shows this year and the next at least, with school days and due points, the usual ones where none are set', async () => {
    const { senco } = await aSchool()
    const { years, maySetUp } = await getCalendar(senco, now)
    expect(maySetUp).toBe(true)
    expect(
      years.map(({ name, version, isCurrent, schoolDays }) => [name, version, isCurrent, schoolDays]),
    ).toEqual([
      ['2026 to 2027', 1, true, 190],
      ['2027 to 2028', 0, false, 190],
    ])
    expect(years[0]?.terms.map(({ name, schoolDays, dueOn }) => [name, schoolDays, dueOn])).toEqual([
      ['Autumn', 72, '2026-12-04'],
      ['Spring', 52, '2027-03-11'],
      ['Summer', 66, '2027-07-07'],
    ])
    expect(years[0]?.closures.slice(0, 2)).toEqual([
      { from: '2026-10-23', until: '2026-10-30', reason: 'Closed' },
      { from: '2027-02-15', until: '2027-02-22', reason: 'Closed' },
    ])
  })

  it('offers the usual year as a start where none is set', async () => {
    const { senco } = await aSchool({ withCalendar: false })
    const year = await getCalendarToChange(senco, thisYear, now)
    expect(year).toMatchObject({
      version: 0,
      schoolDays: 190,
      bounds: { firstDay: '2026-09-01', lastDay: '2027-08-31' },
    })
    expect(year.closures[0]).toEqual({ from: '2026-10-23', until: '2026-10-23', reason: 'Training day' })
  })

  it('is read by all staff, set by the SENCO and the headteacher, and not there for families and other schools', async () => {
    const school = await aSchool()
    const { staff, parent } = await theRest(school)
    const head = await aMember(school, 'headteacher')
    for (const actor of staff) {
      expect(await getCalendar(actor, now)).toMatchObject({ maySetUp: false })
      await expect(getCalendarToChange(actor, thisYear, now)).rejects.toThrow(NotFound)
      await expect(saveCalendar(actor, thisYear, 1, twoTerms, now)).rejects.toThrow(NotAllowed)
    }
    await expect(getCalendar(parent, now)).rejects.toThrow(NotFound)
    await expect(saveCalendar(parent, thisYear, 1, twoTerms, now)).rejects.toThrow(NotAllowed)
    expect(await rows(school)).toMatchObject([{ version: 1, terms: 3 }])
    expect(await saveCalendar(head.actor, thisYear, 1, twoTerms, now)).toEqual({ ok: true, value: null })

    const elm = await aSchool()
    const forged: Actor = { ...elm.senco, schoolId: school.id }
    await expect(saveCalendar(forged, thisYear, 2, twoTerms, now)).rejects.toThrow()
    expect(await rows(school)).toMatchObject([{ version: 2, terms: 2 }])
  })
})

describe('setting a year', () => {
  it('replaces its terms and closed days as a whole, in days, and is audited', async () => {
    const school = await aSchool()
    expect(await saveCalendar(school.senco, thisYear, 1, twoTerms, now)).toEqual({ ok: true, value: null })
    expect(await rows(school)).toEqual([{ first_day: '2026-09-01', version: 2, terms: 2, closed: 7 }])
    expect(await auditOf(school)).toEqual(['calendar.set'])
    const calendar = await asActor(school.senco, (tx) =>
      schoolYearCalendar(tx, school.id, isoDate('2026-11-20')),
    )
    expect(calendar).toMatchObject({
      isStandard: false,
      terms: twoTerms.terms.map(({ name, firstDay, lastDay }) => ({ name, firstDay, lastDay })),
    })
    expect(calendar.closedDays).toEqual([
      '2026-10-23',
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
      '2026-11-02',
    ])
  })

  it('makes a year that is not set yet, once for two people at once', async () => {
    const school = await aSchool()
    const head = await aMember(school, 'headteacher')
    const both = await Promise.allSettled([
      saveCalendar(school.senco, next, 0, nextYear, now),
      saveCalendar(head.actor, next, 0, nextYear, now),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(ChangedElsewhere) as ChangedElsewhere,
    })
    expect(await rows(school)).toMatchObject([
      { version: 1 },
      { first_day: '2027-09-01', version: 1, terms: 1 },
    ])
    expect(await auditOf(school)).toEqual(['calendar.set'])
  })

  it('tells the second of two people, and keeps what the first set', async () => {
    const school = await aSchool()
    await saveCalendar(school.senco, thisYear, 1, twoTerms, now)
    await expect(saveCalendar(school.senco, thisYear, 1, { ...twoTerms, closures: [] }, now)).rejects.toThrow(
      ChangedElsewhere,
    )
    await expect(saveCalendar(school.senco, thisYear, 0, { ...twoTerms, closures: [] }, now)).rejects.toThrow(
      ChangedElsewhere,
    )
    expect(await rows(school)).toMatchObject([{ version: 2, closed: 7 }])
  })

  it('refuses what is wrong in words, and keeps what was there', async () => {
    const school = await aSchool()
    const wrong = { ...twoTerms, terms: [term('3', 'Autumn', '2026-08-20', '2026-12-18')] }
    expect(await saveCalendar(school.senco, thisYear, 1, wrong, now)).toMatchObject({
      ok: false,
      problems: [{ field: 'terms.3.firstDay' }],
    })
    expect(await rows(school)).toEqual([{ first_day: '2026-09-01', version: 1, terms: 3, closed: 19 }])
    expect(await auditOf(school)).toEqual([])
  })

  it('keeps what was there when a part of the new cannot be kept', async () => {
    const school = await aSchool()
    // past the schema, as a mistake of ours would be: Postgres cannot keep a null byte
    const broken = {
      ...twoTerms,
      closures: twoTerms.closures.map((closure) => ({ ...closure, reason: 'Half\0term' })),
    }
    await expect(saveCalendar(school.senco, thisYear, 1, broken, now)).rejects.toThrow()
    expect(await rows(school)).toEqual([{ first_day: '2026-09-01', version: 1, terms: 3, closed: 19 }])
    expect(await auditOf(school)).toEqual([])
  })

  it('is for years near this one', async () => {
    const { senco } = await aSchool()
    for (const year of [1926, 2029, 20226, Number.NaN] as SchoolYear[]) {
      await expect(saveCalendar(senco, year, 0, nextYear, now)).rejects.toThrow(NotFound)
      await expect(getCalendarToChange(senco, year, now)).rejects.toThrow(NotFound)
    }
  })
})
