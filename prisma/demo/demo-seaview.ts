import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { type DemoPupil, forEach, pupilsOf } from './demo-acts'
import { tellRound } from './demo-round'
import { addStaff, beginning, type DemoAccount, DEMO_PASSWORD, letParentIn } from './demo-people'
import type { DemoYear } from './demo-year'
import type { Seaview } from './seaview-acts'
import { tellForm } from './seaview-form'
import { tellOther } from './seaview-others'
import { addParent } from './seaview-parents'
import { SEAVIEW_PEOPLE } from './seaview-people'
import { tellStates } from './seaview-states'
import { tellYoungPerson } from './seaview-young-person'

const DOMAIN = 'seaview.example'
const FORM = '8F'

/** The secondary: a school year in which every state of 6.65 can be seen today, and a young person. */
export async function tellSeaview(
  actor: Actor,
  senco: { id: string; email: string },
  { year, today, toldOnly }: { year: DemoYear; today: IsoDate; toldOnly: boolean },
): Promise<DemoAccount[]> {
  const { staff, emails } = await addStaff(actor, SEAVIEW_PEOPLE, DOMAIN, beginning(today))
  const setting: Seaview = { actor, year, today, staff, senco: senco.id }
  const isOnRegister = ({ status }: DemoPupil) => status !== null
  await forEach((await pupilsOf(actor)).filter(isOnRegister), (pupil, index) =>
    addParent(actor, pupil, index, today),
  )
  const pupils = await pupilsOf(actor)
  const onRegister = pupils.filter(isOnRegister)
  const states = onRegister
    .filter(
      ({ status, statusFrom, className }) =>
        status === 'sen-support' &&
        statusFrom !== null &&
        statusFrom < year.year.firstDay &&
        className !== FORM,
    )
    .slice(0, 6)
  const notOn = pupils.filter((pupil) => !isOnRegister(pupil) && pupil.className !== FORM)
  await tellStates(setting, states, notOn.slice(0, 2))
  await tellYoungPerson(setting)
  const others = onRegister.filter((pupil) => !states.includes(pupil))
  const told = toldOnly ? others.filter(({ className }) => className === FORM) : others
  await forEach(told, (pupil, index) => tellOther(setting, pupil, index))
  await tellForm(setting, pupils)
  await tellRound(actor, { year, today })
  const inForm = onRegister.find(({ className, contacts }) => className === FORM && contacts.length > 0)
  if (inForm?.contacts[0]) await letParentIn(actor, inForm.contacts[0].id, beginning(today))

  const emailOf = (name: string) => emails.get(staff.find((person) => person.name === name)?.id ?? '') ?? ''
  const account = (role: string, email: string) => ({
    role,
    email,
    password: DEMO_PASSWORD,
    school: 'Seaview Academy',
  })
  return [
    account('SENCO', senco.email),
    account('Headteacher', emailOf('Kofi Marsden')),
    account('Class teacher', emailOf('Amara Dell')),
    account('Teaching assistant', emailOf('Piotr Lis')),
    account('Governor', emailOf('Helen Strand')),
    ...(inForm ? [account('Parent', inForm.contacts[0]?.email ?? '')] : []),
  ]
}
