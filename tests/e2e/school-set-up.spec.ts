import { aSchool } from '@/tests/factories'
import { accessibilityProblems } from './pages/page'
import { expect, test } from './test'

test('the SENCO sets the next school year, starting from the usual dates @desktop @no-javascript', async ({
  page,
  signIn,
}) => {
  const school = await aSchool()
  await signIn(school.sencoMember)
  await page.goto(`/schools/${school.slug}/settings`)
  await page.getByRole('link', { name: 'Calendar' }).click()
  await expect(
    page.getByRole('region', { name: '2027 to 2028' }).or(page.getByText('Usual dates stand in')),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Set the calendar of 2027 to 2028' }).click()
  const spring = page.getByRole('group', { name: 'Term 2', exact: true })
  await spring.getByRole('group', { name: 'First day' }).getByLabel('Day').fill('17')
  await spring.getByRole('group', { name: 'First day' }).getByLabel('Month').fill('12')
  await spring.getByRole('group', { name: 'First day' }).getByLabel('Year').fill('2027')
  await page.getByRole('button', { name: 'Save the calendar' }).click()
  await expect(page.locator('.govuk-error-summary')).toContainText(
    'Spring must begin after Autumn ends, 17 December 2027',
  )
  await expect(spring.getByRole('group', { name: 'First day' }).getByLabel('Day')).toHaveValue('17')

  await spring.getByRole('group', { name: 'First day' }).getByLabel('Day').fill('6')
  await spring.getByRole('group', { name: 'First day' }).getByLabel('Month').fill('January')
  await spring.getByRole('group', { name: 'First day' }).getByLabel('Year').fill('2028')
  await page.getByRole('button', { name: 'Save the calendar' }).click()
  await expect(page.getByRole('status').first()).toHaveText('The calendar is saved.')
  await expect(page.locator('section').filter({ hasText: '2027 to 2028' })).toContainText('189 school days')
})

test('the SENCO says what the plan is called here @desktop', async ({ page, signIn }) => {
  const school = await aSchool()
  await signIn(school.sencoMember)
  await page.goto(`/schools/${school.slug}/settings`)
  await page.getByLabel('What is the plan called here?').fill('ISP')
  await page.getByLabel('Its web address (optional)').fill('www.example.org')
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.locator('.govuk-error-summary')).toContainText('Enter a web address in full')
  await page.getByLabel('Its web address (optional)').fill('https://www.example.org')
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByRole('status').first()).toHaveText('The settings are saved.')
  await expect(page.getByLabel('What is the plan called here?')).toHaveValue('ISP')
  expect(await accessibilityProblems(page)).toEqual([])
})
