import { aClass, aPupil, auditOf } from '@/tests/factories'
import { DoPage } from './pages/cycle-pages'
import { PupilPage } from './pages/pupil-pages'
import { RegisterPage } from './pages/register-page'
import { ClassSheetPage, TodayPage } from './pages/staff-pages'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

/** A class of theirs, and in the same school a pupil of another class. */
const twoClasses = async () => {
  const scene = await aPupilWithAPlan()
  const elm = await aClass(scene.school, { name: '5 Elm' })
  const notTheirs = await aPupil(scene.school, { givenName: 'Cara', familyName: 'Lowe', classId: elm.id })
  return { ...scene, notTheirs, elm }
}

const KINDS = [
  { who: 'teacher', greeting: 'Good morning, Nadia' },
  { who: 'assistant', greeting: 'Good morning, Joan' },
] as const

for (const { who, greeting } of KINDS)
  test(`a ${who} meets their own pupils and nobody else’s @phone`, async ({ page, signIn }) => {
    const { school, notTheirs, elm, ...scene } = await twoClasses()
    await signIn(scene[who])
    await page.goto('/')
    await new TodayPage(page, school).isShown()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(greeting)
    const register = await new RegisterPage(page, school).open()
    expect(await register.names()).toEqual(['Khan, Amira'])
    await page.getByRole('link', { name: 'Khan, Amira' }).click()
    await new PupilPage(page, { school, pupil: scene.pupil }).isShown()

    const theirs = [
      new PupilPage(page, { school, pupil: notTheirs }).path,
      new ClassSheetPage(page, school, elm).path,
    ]
    for (const path of theirs) {
      expect((await page.goto(path))?.status(), path).toBe(404)
      await expect(page.getByText('Cara')).toHaveCount(0)
    }
  })

test('a teacher notes a session with one tap, and adds a line with what was seen @phone @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, schoolClass, pupil, cycle, teacher } = await aPupilWithAPlan()
  await signIn(teacher)
  const sheet = await new ClassSheetPage(page, school, schoolClass).open()
  await sheet.tap('Given', 'Precision teaching for Amira Khan')
  await expect(page.getByRole('status')).toContainText('Given. 9am, Nadia Mensah')
  await sheet.isShown()

  const notes = await new DoPage(page, { school, pupil, cycle }).open()
  await notes.choose('Was it given?', 'Given')
  await notes.write('What did you see?', 'She read “because” by herself.')
  await page.getByText('A measure was taken').click()
  await notes.write('What was it?', '31')
  await notes.save()
  await expect.poll(notes.problems).toEqual(['Select the outcome that was measured'])
  await notes.select('Of which outcome?', { index: 1 })
  await page.getByRole('button', { name: 'Save note' }).dblclick()
  await expect(notes.saved()).toHaveText('The note is saved.')
  await expect(page.getByRole('heading', { name: '2 notes' })).toBeVisible()
  await expect(notes.notes().filter({ hasText: 'She read “because” by herself.' })).toContainText(
    'Measured 31 words',
  )
  expect((await auditOf(school)).filter((action) => action === 'do-note.written')).toHaveLength(2)
})

test('an assistant says why a session was not given, with two taps @no-javascript @phone', async ({
  page,
  signIn,
}) => {
  const { school, schoolClass, assistant } = await aPupilWithAPlan()
  await signIn(assistant)
  const sheet = await new ClassSheetPage(page, school, schoolClass).open()
  await sheet.say('Not given').click()
  await sheet.isShown()
  await sheet.tap('Away', 'Precision teaching for Amira Khan')
  await expect(page.getByRole('status')).toContainText('Not given: Away. 9am, Joan Pickering')
})
