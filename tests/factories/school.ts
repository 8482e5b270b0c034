import { insert, newId } from './insert'
import { aMember } from './member'

export type TestSchool = Awaited<ReturnType<typeof aSchool>>

// The calendar is the one of domain.md 8.4: school year 2026 to 2027.
const TERMS = [
  ['Autumn', '2026-09-02', '2026-12-18'],
  ['Spring', '2027-01-05', '2027-03-25'],
  ['Summer', '2027-04-12', '2027-07-21'],
] as const

const CLOSED = [
  '2026-10-23',
  '2026-10-26',
  '2026-10-27',
  '2026-10-28',
  '2026-10-29',
  '2026-10-30',
  '2027-02-15',
  '2027-02-16',
  '2027-02-17',
  '2027-02-18',
  '2027-02-19',
  '2027-02-22',
  '2027-05-03',
  '2027-05-31',
  '2027-06-01',
  '2027-06-02',
  '2027-06-03',
  '2027-06-04',
  '2027-06-07',
]

/** A school with its calendar, a SENCO and the membership the command line acts as. */
export async function aSchool(
  over: { name?: string; slug?: string; urn?: string; phase?: string; withCalendar?: boolean } = {},
) {
  const id = newId()
  const { withCalendar = true, ...columns } = over
  const school = { id, slug: `school-${id}`, urn: id, name: 'Oak Tree Primary', phase: 'primary', ...columns }
  await insert('schools', school)
  const base = { schoolId: id }
  const systemId = newId()
  await insert('memberships', {
    school_id: id,
    id: systemId,
    role: 'system',
    given_name: 'Track',
    family_name: 'SEN support',
    from_on: '2020-09-01',
  })
  if (withCalendar) {
    const yearId = newId()
    await insert('school_years', {
      school_id: id,
      id: yearId,
      first_day: '2026-09-01',
      last_day: '2027-08-31',
    })
    for (const [name, first, last] of TERMS)
      await insert('terms', {
        school_id: id,
        id: newId(),
        school_year_id: yearId,
        name,
        first_day: first,
        last_day: last,
      })
    for (const closed of CLOSED)
      await insert('closed_days', {
        school_id: id,
        id: newId(),
        school_year_id: yearId,
        day: closed,
        reason: 'Closed',
      })
  }
  const senco = await aMember({ id }, 'senco', { givenName: 'Ruth', familyName: 'Adeyemi' })
  return { ...school, ...base, systemId, senco: senco.actor, sencoMember: senco }
}
