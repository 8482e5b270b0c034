import type { Actor } from '@/lib/platform/actor'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf } from '@/tests/factories'

/** A pupil with a teacher, an assistant, a mother who can sign in and a father who cannot. */
export async function aFamily() {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const assistant = await aTeacherOf(school, ash, [pupil], { role: 'teaching-assistant' })
  const mother = await aContact(pupil, { withAccount: true })
  const father = await aContact(pupil, { fullName: 'Imran Khan', relationship: 'Father' })
  return { school, pupil, teacher, assistant, mother, father }
}

/** Everyone who may not write about Amira's meetings, and what they are told. */
export async function theRest({ school, pupil, assistant, mother }: Awaited<ReturnType<typeof aFamily>>) {
  const elm = await aSchool()
  const otherTeacher = await aTeacherOf(school, await aClass(school), [])
  const governor = await aMember(school, 'governor')
  const forged: Actor = { ...elm.senco, schoolId: school.id }
  const stolen: Actor = { ...otherTeacher.actor, role: 'class-teacher', pupilIds: [pupil.id] }
  return [
    ['the assistant', assistant.actor, NotAllowed],
    ['the mother', mother.actor, NotAllowed],
    ['another teacher', otherTeacher.actor, NotFound],
    ['another teacher whose list of pupils is wrong', stolen, NotFound],
    ['a governor', governor.actor, NotFound],
    ["another school's SENCO", elm.senco, NotFound],
    ["another school's SENCO naming this school", forged, NotFound],
  ] as const
}

/** A day as the three boxes of a form send it. */
export const boxes = (day: string) => ({ day: day.slice(8), month: day.slice(5, 7), year: day.slice(0, 4) })
