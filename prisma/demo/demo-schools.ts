import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { importRegister } from '@/lib/register-import/confirm.commands'
import { createSchool, type NewSchool, type SchoolMade } from '@/scripts/school/create'
import { setPasswordByLink } from '@/lib/session/commands'
import { must } from './demo-acts'
import { enterCalendar } from './demo-calendar'
import { currentYear, type DemoYear, on, yearToShowEverything } from './demo-days'
import { tellOakfield } from './demo-oakfield'
import { beginning, type DemoAccount, DEMO_PASSWORD } from './demo-people'
import { rollFor } from './demo-roll'
import { tellSeaview } from './demo-seaview'

export const OAKFIELD: NewSchool = {
  urn: '999001',
  name: 'Oakfield Primary',
  phase: 'primary',
  sencoGivenName: 'Ruth',
  sencoFamilyName: 'Adeyemi',
  sencoEmail: 'ruth.adeyemi@oakfield.example',
}
export const SEAVIEW: NewSchool = {
  urn: '999002',
  name: 'Seaview Academy',
  phase: 'secondary',
  sencoGivenName: 'Hanna',
  sencoFamilyName: 'Voss',
  sencoEmail: 'hanna.voss@seaview.example',
}

/**
 * Both schools as they stand on this day, and an account for each role. The database must hold neither yet.
 * `toldOnly` leaves out the many pupils without a story of their own.
 */
export async function loadDemo(
  ownerUrl: string,
  today: IsoDate,
  { toldOnly = false } = {},
): Promise<DemoAccount[]> {
  const oakfield = await open(ownerUrl, OAKFIELD, 'oakfield-primary-register.csv', currentYear(today), today)
  const forOakfield = await tellOakfield(oakfield.actor, oakfield.senco, { today, toldOnly })
  const year = yearToShowEverything(today)
  const seaview = await open(ownerUrl, SEAVIEW, 'seaview-academy-sen-needs.csv', year, today)
  return [...forOakfield, ...(await tellSeaview(seaview.actor, seaview.senco, { year, today, toldOnly }))]
}

/** A school with its calendar and its roll, and the SENCO's password set. */
async function open(
  ownerUrl: string,
  school: NewSchool,
  roll: Parameters<typeof rollFor>[0],
  year: DemoYear,
  today: IsoDate,
) {
  const made = await createSchool(ownerUrl, school, beginning(today))
  await must(setPasswordByLink(made.passwordToken, DEMO_PASSWORD, beginning(today)))
  const actor = sencoOf(made)
  await enterCalendar(actor, year, today)
  await must(importRegister(actor, rollFor(roll, today), on(today)))
  return { actor, senco: { id: made.sencoMembershipId, email: school.sencoEmail } }
}

const sencoOf = ({ schoolId, sencoMembershipId }: SchoolMade): Actor => ({
  role: 'senco',
  schoolId,
  membershipId: sencoMembershipId,
})
