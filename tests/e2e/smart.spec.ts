import { aCycle, anOutcome, aPupil } from '@/tests/factories'
import { AnyPage } from './pages/any-page'
import { pupilPath } from './pages/pupil-pages'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

async function aDraft() {
  const scene = await aPupilWithAPlan()
  const { school, schoolClass } = scene
  const pupil = await aPupil(school, { classId: schoolClass.id, givenName: 'Nadia', need: 'SEMH' })
  const cycle = await aCycle(pupil, { stage: 'plan', activatedOn: null, shared: false })
  return { ...scene, pupil, cycle, path: `${pupilPath({ ...scene, pupil })}/cycles/${cycle.id}/plan` }
}

test('the SMART check speaks as an outcome is typed, and again beside it in the plan', async ({
  page,
  signIn,
}) => {
  const { teacher, path } = await aDraft()
  await signIn(teacher)
  await new AnyPage(page, `${path}/outcomes/add`, /^Outcome 1 of Nadia/).open()
  const letters = page.getByRole('list', { name: 'What the SMART check says' })
  await expect(letters.getByRole('listitem').first()).toHaveText(/Specific not yet/)
  const box = page.getByLabel('What will Nadia do?')
  await box.fill('Nadia will improve her behaviour')
  const note = page.getByRole('group', { name: 'Specific' })
  await expect(note).toContainText('“Improve” does not say what anybody would see or hear')
  await expect(note).toContainText('show his card and walk to the quiet table before he shouts')
  await expect(letters.getByRole('listitem').first()).toHaveText(/Specific has a note/)
  await box.fill('Nadia will put up her hand and wait to be asked')
  await expect(note).toContainText('Something the pupil will do')
  await box.fill('Nadia will have 5 hours of support a week')
  await expect(note).toContainText('it belongs under provision')
  await page.getByLabel('How will you measure it?').fill('A tally')
  await expect(page.getByRole('group', { name: 'Measurable' })).toContainText('Say where the pupil is now')
  await page.getByRole('button', { name: 'Save outcome' }).click()
  await expect(page.getByRole('main').locator('p[role=status].govuk-inset-text')).toContainText(
    'Saved the outcome as a draft',
  )
  await new AnyPage(page, path, 'Plan').open()
  await expect(page.getByRole('article').first()).toContainText('belongs under provision')
})

test('without JavaScript the notes are there once the outcome is saved @no-javascript', async ({
  page,
  signIn,
}) => {
  const { teacher, path, cycle } = await aDraft()
  const { id } = await anOutcome(cycle, { willDo: 'Nadia will be better at sharing', shared: false })
  await signIn(teacher)
  await new AnyPage(page, `${path}/outcomes/${id}`, /^Outcome 1 of Nadia/).open()
  await expect(page.getByRole('group', { name: 'Specific' })).toContainText('“Be better”')
  await new AnyPage(page, path, 'Plan').open()
  await expect(page.getByRole('article').first()).toContainText('“Be better”')
})

test('a provision says what is still to be said of it while it is typed @desktop', async ({
  page,
  signIn,
}) => {
  const { teacher, path } = await aDraft()
  await signIn(teacher)
  await new AnyPage(page, `${path}/provisions/add`, /^Add a provision/).open()
  await page.getByLabel('What will be done?').fill('Regular support in maths')
  const note = page.getByRole('group', { name: 'Specified and quantified' })
  await expect(note).toContainText('“regular” promises nothing that could be counted')
  await expect(note).toContainText('Say how often in a week')
  await page.getByLabel('Times a week').fill('3')
  await expect(note).not.toContainText('Say how often in a week')
})

test('a long-term outcome is proposed, worked towards, and a target is a step to it @desktop', async ({
  page,
  signIn,
}) => {
  const { teacher, pupil, school, path } = await aDraft()
  const home = pupilPath({ school, pupil })
  await signIn(teacher)
  await new AnyPage(page, `${home}/outcomes/add`, 'A long-term outcome for Nadia').open()
  await page.getByLabel('What will Nadia be able to do?').fill('Eat lunch in the hall with her friends')
  await page.getByLabel('Nadia’s own').check()
  await page.getByRole('button', { name: 'Propose it' }).click()
  await expect(page.getByRole('main').locator('p[role=status].govuk-inset-text')).toContainText('is proposed')
  await page.getByLabel('Work towards it').check()
  await page.getByRole('button', { name: 'Save the step' }).click()
  await expect(page.getByRole('main').locator('p[role=status].govuk-inset-text')).toContainText(
    'The step was saved',
  )
  await new AnyPage(page, `${path}/outcomes/add`, /^Outcome 1 of Nadia/).open()
  await page
    .getByLabel('Which long-term outcome is it a step to?')
    .selectOption('Eat lunch in the hall with her friends')
  await page.getByLabel('What will Nadia do?').fill('Nadia will eat with one friend in the library')
  await page.getByRole('button', { name: 'Save outcome' }).click()
  await expect(page.getByText('Saved the outcome as a draft.')).toBeVisible()
  await new AnyPage(page, path, 'Plan').open()
  await expect(page.getByRole('article').first()).toContainText(
    'A step to: Eat lunch in the hall with her friends',
  )
  await new AnyPage(page, home, /Nadia/).open()
  await expect(page.getByRole('link', { name: 'Eat lunch in the hall with her friends' })).toBeVisible()
})
