import {
  aClass,
  aContact,
  aCycle,
  anOutcome,
  aProvision,
  aPupil,
  aSchool,
  aTeacherOf,
} from '@/tests/factories'

type Over = { school?: Awaited<ReturnType<typeof aSchool>>; givenName?: string; familyName?: string }

/** A pupil with a class, a teacher, an assistant, a mother who can sign in, and a plan in force since September. */
export async function aPupilWithAPlan({ school: given, ...name }: Over = {}) {
  const school = given ?? (await aSchool())
  const schoolClass = await aClass(school)
  const pupil = await aPupil(school, { classId: schoolClass.id, ...name })
  const teacher = await aTeacherOf(school, schoolClass, [pupil], { givenName: 'Nadia', familyName: 'Mensah' })
  const assistant = await aTeacherOf(school, schoolClass, [pupil], {
    role: 'teaching-assistant',
    givenName: 'Joan',
    familyName: 'Pickering',
  })
  const mother = await aContact(pupil, { withAccount: true })
  const cycle = await aCycle(pupil, { responsibleId: teacher.id })
  const outcome = await anOutcome(cycle)
  const provision = await aProvision(cycle, [outcome], { deliveredById: assistant.id })
  return { school, schoolClass, pupil, teacher, assistant, mother, cycle, outcome, provision }
}

/** The member behind a contact made with an account. */
export function memberOf<Member>({ member }: { member: Member | null }): Member {
  if (member === null) throw new Error('this contact has no account')
  return member
}
