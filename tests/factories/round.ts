import { startForm } from '@/lib/meeting-round/schema'
import { aClass, aContact, aPupil, aSchool, aTeacherOf } from '@/tests/factories'
import { newId } from './insert'

/** A Wednesday of the spring term, two weeks before the second meeting of the year is due. */
export const NOW = new Date('2027-02-24T09:00:00Z')

const boxes = (day: string) => ({ day: day.slice(8), month: day.slice(5, 7), year: day.slice(0, 4) })

/** A round for everyone behind in the first week of March, with two rooms in two buildings. */
export const starting = ({
  firstOn = '2027-03-01',
  lastOn = '2027-03-05',
  ...over
}: Record<string, string> = {}) =>
  startForm.parse({
    ...{ name: 'Spring round', who: 'behind', minutes: '30', purpose: 'review', format: 'in-person' },
    ...{ from: '3:30pm', until: '6pm', senco: 'behind', rooms: 'Library, Main building, 6\nHut, Annexe, 4' },
    formKey: newId(),
    ...over,
    firstOn: boxes(firstOn),
    lastOn: boxes(lastOn),
  })

/**
 * A school with two classes, a teacher each, and six pupils without a meeting this year: two siblings, one with two
 * parents, and one with nobody who may be asked.
 */
export async function aRoundSchool() {
  const school = await aSchool()
  const [ash, elm] = [await aClass(school), await aClass(school)]
  const named = async (givenName: string, familyName: string, schoolClass: { id: string }) =>
    aPupil(school, { givenName, familyName, classId: schoolClass.id })
  const amira = await named('Amira', 'Khan', ash)
  const zain = await named('Zain', 'Khan', ash)
  const ben = await named('Ben', 'Okoro', ash)
  const cara = await named('Cara', 'Lowe', ash)
  const dev = await named('Dev', 'Patel', elm)
  const finn = await named('Finn', 'Nobody', elm)
  const mother = await aContact(amira, { withAccount: true, email: 'farah@home.example' })
  await aContact(zain, { contactId: mother.id })
  await aContact(ben, { fullName: 'Ada Okoro', email: 'ada@home.example' })
  const father = await aContact(ben, { fullName: 'Sol Okoro', relationship: 'Father' })
  await aContact(cara, { fullName: 'Meg Lowe', email: 'meg@home.example' })
  await aContact(dev, { fullName: 'Anu Patel', email: 'anu@home.example' })
  await aContact(finn, { fullName: 'Kit Nobody', restrictedFrom: '2026-01-01' })
  const teachers = [
    await aTeacherOf(school, ash, [amira, zain, ben, cara], { givenName: 'Nadia', familyName: 'Mensah' }),
    await aTeacherOf(school, elm, [dev, finn], { givenName: 'Joan', familyName: 'Pickering' }),
  ]
  return { school, pupils: [amira, zain, ben, cara, dev, finn], teachers, mother, father }
}
