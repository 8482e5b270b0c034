// The demo: two schools, told day by day through the same commands as real use, as if people had used the service since.
//
//   demo-schools     begins here: opens both schools, imports their rolls (the two .csv files, moved to this year)
//   demo-oakfield    the primary: one class, 4Ash, in full (oakfield-ash, oakfield-ash-cycles), the rest as a register looks
//   demo-seaview     the secondary: one pupil in each state of 6.65 (seaview-states), a young person, a form, the others
//   demo-year        the school year of each school; demo-days: days with school, which every date in here comes from
//   demo-cycle(s)    a cycle from its first day: assessment, plan, sessions (demo-notes), review
//   demo-plans       what the plans say, by need; demo-meetings: meetings held, missed, arranged
//   stories/         one story in each file (a concern, a step-down, a specialist, …), told for pupils named by the school
//
// Every name is invented. Nothing happens on a day without school. A new story is a file in stories/, and one line where
// the class is told.
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { importRegister } from '@/lib/register-import/confirm.commands'
import { createSchool, type NewSchool, type SchoolMade } from '@/scripts/school/create'
import { setPasswordByLink } from '@/lib/session/commands'
import { must } from './demo-acts'
import { enterCalendar } from './demo-calendar'
import { on } from './demo-days'
import { tellOakfield } from './demo-oakfield'
import { beginning, type DemoAccount, DEMO_PASSWORD } from './demo-people'
import { rollFor } from './demo-roll'
import { tellSeaview } from './demo-seaview'
import { currentYear, type DemoYear, yearToShowEverything } from './demo-year'

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
