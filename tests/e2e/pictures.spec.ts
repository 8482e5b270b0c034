import { mkdirSync } from 'node:fs'
import { aClass, aContact, aCycle, aMeeting, aPupil, aSchool, aTeacherOf } from '@/tests/factories'
import { RegisterPage } from './pages/register-page'
import { expect, test } from './test'

// A name, a class, how many meetings were held, and the stage and review date of the cycle.
const PUPILS = [
  ['Amira', 'Khan', '4 Ash', 2, 'do', '2026-12-04'],
  ['Ben', 'Okoro', '4 Ash', 1, 'do', '2026-11-20'],
  ['Cara', 'Lowe', '4 Ash', 0, 'do', '2026-11-09'],
  ['Dylan', 'Marsh', '5 Elm', 3, 'review', '2026-11-27'],
  ['Elif', 'Demir', '5 Elm', 1, 'plan', null],
  ['Femi', 'Adeyemi', '5 Elm', 2, 'do', '2027-01-15'],
  ['Grace', 'Holt', '6 Oak', 1, 'assess', null],
  ['Hugo', 'Baines', '6 Oak', 0, 'do', '2026-12-11'],
  ['Isla', 'Petrova', '6 Oak', 1, 'do', '2026-12-17'],
] as const

const HELD = ['2026-09-17', '2026-10-14', '2026-11-11']
const BY_CLASS = { '4 Ash': 4, '5 Elm': 5, '6 Oak': 6 }
const NEEDS = ['SLCN', 'ASD', 'SEMH']

test('the register of a school in the middle of its year @desktop', async ({ page, signIn }) => {
  const school = await aSchool()
  const classes = new Map<string, { id: string }>()
  for (const name of Object.keys(BY_CLASS)) classes.set(name, await aClass(school, { name }))
  for (const [place, [givenName, familyName, className, held, stage, reviewDue]] of PUPILS.entries()) {
    const classId = classes.get(className)?.id ?? ''
    const need = NEEDS[place % NEEDS.length] ?? 'SLCN'
    const pupil = await aPupil(school, {
      givenName,
      familyName,
      classId,
      yearGroup: BY_CLASS[className],
      need,
    })
    const teacher = await aTeacherOf(school, { id: classId }, [pupil])
    const parent = await aContact(pupil)
    const isDraft = stage === 'plan' || stage === 'assess'
    await aCycle(pupil, { stage, reviewDue, ...(isDraft && { activatedOn: null, shared: false }) })
    for (const heldOn of HELD.slice(0, held))
      await aMeeting(pupil, { heldOn, parents: [parent], ledById: teacher.id })
  }
  await signIn(school.sencoMember)
  const register = await new RegisterPage(page, school, '?sort=urgent').open()
  await expect(register.rows()).toHaveCount(PUPILS.length)
  await expect(register.row('Lowe, Cara')).toContainText('Overdue by 11 days')
  await expect(register.row('Marsh, Dylan')).toContainText('Met')
  // The picture in the README is taken by hand, so that an ordinary run changes no file.
  if (process.env.PICTURES !== '1') return
  mkdirSync('docs/pictures', { recursive: true })
  await page.screenshot({ path: 'docs/pictures/register.png' })
})
