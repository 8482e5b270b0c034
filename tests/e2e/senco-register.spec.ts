import { readFileSync } from 'node:fs'
import { aClass, aPupil, aSchool, auditOf } from '@/tests/factories'
import { DryRunPage, ImportPage } from './pages/import-page'
import { PupilPage } from './pages/pupil-pages'
import { RegisterPage } from './pages/register-page'
import { expect, test } from './test'

const REGISTER = [
  'UPN,Surname,Forename,DOB,Year,Reg,SEN Status,SEN Start Date,Need Type',
  ',Osei,Grace,14/03/2018,4,4 Ash,K,03/09/2025,SLCN',
  ',Whitfield,Sam,02/11/2017,4,4 Elm,E,01/09/2025,ASD',
  'A999000217001,Martin,Esme,16/01/2018,4,4 Ash,K,12/10/2025,SEMH',
]

test('a SENCO brings in the register after a slip, and nobody twice @desktop @no-javascript', async ({
  page,
  signIn,
}) => {
  const school = await aSchool()
  await signIn(school.sencoMember)
  const door = await new ImportPage(page, school).open()
  await door.send()
  await expect.poll(door.problems).toEqual(['Select the register that you exported from your MIS'])
  await expect(page).toHaveTitle(/^Error: /)
  await door.isShown()

  await door.send(REGISTER)
  const dryRun = await new DryRunPage(page).isShown()
  expect(await dryRun.facts()).toEqual([
    'Rows in the file: 3',
    'New pupils: 2',
    'Pupils who change: 0',
    'Unchanged: 0',
    'Rows left out: 1',
  ])
  await expect(page.getByText('UPN begins with A, but its check letter should be F')).toBeVisible()
  expect(await auditOf(school)).not.toContain('pupil.added')

  await dryRun.confirm()
  await new DryRunPage(page, 'imported').isShown()
  await page.getByRole('link', { name: 'Open the register' }).click()
  const register = await new RegisterPage(page, school).isShown()
  expect(await register.names()).toEqual(['Osei, Grace', 'Whitfield, Sam'])

  await door.open()
  await door.send(REGISTER)
  await dryRun.isShown()
  await expect(page.getByText('There is nothing to import yet')).toBeVisible()
})

/** Three pupils in two classes. */
const aRegister = async () => {
  const school = await aSchool()
  const ash = await aClass(school, { name: '4 Ash' })
  const elm = await aClass(school, { name: '5 Elm' })
  const amira = await aPupil(school, { classId: ash.id })
  await aPupil(school, { givenName: 'Ben', familyName: '=Okoro', classId: ash.id, need: 'ASD' })
  await aPupil(school, { givenName: 'Cara', familyName: 'Khan', classId: elm.id, yearGroup: 5 })
  return { school, amira }
}

test('a SENCO finds a pupil with the filters, by an address to keep @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, amira } = await aRegister()
  await signIn(school.sencoMember)
  const register = await new RegisterPage(page, school).open()
  await register.filter({ Name: 'khan', choices: { Class: '4 Ash' } })
  await expect(register.rows()).toHaveCount(1)
  await expect(page).toHaveURL(/sen-register\?(?=.*q=khan)(?=.*class=4\+Ash)/)
  await register.isShown()

  await page.reload()
  await expect(page.getByRole('status')).toHaveText(/^1 of 3 pupils/)
  await page.getByRole('link', { name: 'Khan, Amira' }).click()
  await new PupilPage(page, { school, pupil: amira }).isShown()
})

test('typing narrows the register at once, and leaving the box empty widens it', async ({ page, signIn }) => {
  const { school } = await aRegister()
  await signIn(school.sencoMember)
  const register = await new RegisterPage(page, school).open()
  await register.showFilters()
  const box = page.getByLabel('Name', { exact: true })
  await box.pressSequentially('cara')
  await expect(page.getByRole('status')).toHaveText(/^1 of 3 pupils/)
  await expect(page).toHaveURL(/\?q=cara$/)
  await box.fill('nobody of this name')
  await expect(page.getByRole('heading', { name: 'No pupils match' })).toBeVisible()
  await register.isShown()
  await box.fill('')
  await expect(register.rows()).toHaveCount(3)
  await expect(page).toHaveURL(/sen-register$/)
})

test('a SENCO takes exactly the pupils shown as a file, and it is written down @desktop', async ({
  page,
  signIn,
}) => {
  const { school } = await aRegister()
  await signIn(school.sencoMember)
  await new RegisterPage(page, school, '?class=4+Ash').open()
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export these 2' }).click()
  const download = await started
  expect(download.suggestedFilename()).toBe('sen-register-2026-11-20.csv')
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines.join('\n')).toContain("'=Okoro")
  expect(lines.join('\n')).not.toContain('Cara')
  expect(await auditOf(school)).toContain('register.exported')
})
