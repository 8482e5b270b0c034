import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { look } from '@/tests/factories/insert'
import { wordsOfDocx, wordsOfPdf } from '@/tests/support/written-files'
import { PlanPage } from './pages/cycle-pages'
import { AnyPage } from './pages/any-page'
import { aPupilWithAPlan, memberOf } from './scenes'
import { expect, test } from './test'

// A plan from before versions were kept: the first change keeps it as version 1.
async function aPlan() {
  const scene = await aPupilWithAPlan()
  await look(`UPDATE cycles SET in_every_lesson = 'One step at a time' WHERE id = $1 RETURNING id`, [
    scene.cycle.id,
  ])
  return scene
}

async function wordsOf(page: Page, link: string) {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  const file = await coming
  expect(file.suggestedFilename()).not.toMatch(/Khan|Amira/)
  const bytes = await readFile(await file.path())
  return file.suggestedFilename().endsWith('.pdf') ? wordsOfPdf(bytes) : wordsOfDocx(bytes)
}

test('a plan is changed in the middle: written, agreed in part, published, compared, and read by the family @desktop', async ({
  page,
  signIn,
}) => {
  const { school, pupil, cycle, mother } = await aPlan()
  await signIn(school.sencoMember)
  const plan = await new PlanPage(page, { school, pupil, cycle }).open()
  await plan.press('Change the plan')
  const change = await new AnyPage(page, '', 'Change the plan').isShown()
  await expect(change.card('What is different so far')).toContainText('Nothing yet.')
  await change.follow('Change hopes, lessons and home')
  await change.write('What holds in every lesson?', 'Pictures beside words')
  await change.press('Save')
  await expect(change.saved()).toHaveText('Saved in the change.')
  await expect(change.card('What is different so far')).toContainText(
    'In every lesson: “Pictures beside words” was added',
  )
  await change.follow('Write down what Farah Khan says of the plan')
  await change.choose('Where does Farah Khan stand?', 'Agreed with part of it')
  await change.choose('How were they asked?', 'By phone')
  await change.press('Save')
  await expect.poll(change.problems).toEqual(['Enter what they agreed with, and what not'])
  await change.write('What did they say?', 'Pictures, yes. Not in art.')
  await change.press('Save')
  await expect(change.saved()).toHaveText('Saved what they say of the change.')

  await signIn(memberOf(mother))
  await page.goto(`/family/${pupil.id}`)
  await expect(page.getByRole('main')).toContainText('One step at a time')
  await expect(page.getByRole('main')).not.toContainText('Pictures beside words')

  await signIn(school.sencoMember)
  await page.goto(`${plan.path}/change`)
  await change.press('Publish the change')
  await expect.poll(change.problems).toEqual(['Enter why the plan changes'])
  await change.write('Why does the plan change?', 'Pictures help her more')
  await change.press('Publish the change')
  await expect(plan.saved()).toHaveText(
    'Published: this is the plan that everyone reads now, the parents too.',
  )
  await plan.isShown()
  await expect(plan.card('Versions')).toContainText('Version 1, from 14 September 2026')
  await plan.follow('Compare versions')
  await page.getByRole('button', { name: 'Compare' }).click()
  const compared = await new AnyPage(page, '', 'What is different in the plan of Amira Khan').isShown()
  await expect(compared.card('In every lesson and at home')).toContainText(
    /“Pictures beside words” was added, from \d+ November, agreed with Farah Khan/,
  )
  await expect(compared.card('Agreed with parents and pupil')).toContainText('Pictures, yes. Not in art.')

  await page.goto(`/schools/${school.slug}/pupils/${pupil.id}/plan/print`)
  expect(await wordsOf(page, 'PDF file: The school’s copy')).toContain('Pictures beside words')
  expect(await wordsOf(page, 'Word file: The school’s copy')).toContain('“Pictures, yes. Not in art.”')

  await signIn(memberOf(mother))
  await page.goto(`/family/${pupil.id}`)
  await expect(page.getByRole('main')).toContainText('Pictures help her more')
  await page.goto(`/family/${pupil.id}/plan`)
  for (const link of ['PDF file: The plan as a file', 'Word file: The plan as a file']) {
    const words = await wordsOf(page, link)
    expect(words).toContain('Pictures beside words')
    expect(words).not.toMatch(/Khan|Not in art/)
  }
  const staffCopy = await page.request.get(`/schools/${school.slug}/pupils/${pupil.id}/plan/copy/staff.pdf`)
  expect(staffCopy.status()).toBe(404)
  expect((await page.request.get(`/family/${pupil.id}/plan/copy/staff.pdf`)).status()).toBe(404)
})

test('two people in the same section: the second reads both, and saves over it @desktop', async ({
  page,
  signIn,
  context,
}) => {
  const { school, pupil, cycle } = await aPlan()
  await signIn(school.sencoMember)
  const plan = await new PlanPage(page, { school, pupil, cycle }).open()
  await plan.press('Change the plan')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change the plan')
  await page.goto(`${plan.path}/every-day`)
  const other = await context.newPage()
  await other.goto(`${plan.path}/every-day`)
  await other.getByLabel('What is agreed for home?').fill('Five words at bedtime')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Change the plan')

  await plan.write('What is agreed for home?', 'A story at bedtime')
  await plan.press('Save')
  const summary = page.locator('.govuk-error-summary')
  await expect(summary).toContainText('Someone else has changed this since you opened it')
  await expect(summary).toContainText('Five words at bedtime')
  await expect(page.getByLabel('What is agreed for home?')).toHaveValue('A story at bedtime')
  await plan.press('Save')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change the plan')
  await expect(page.getByRole('main')).toContainText('A story at bedtime')
})
