import { aMember, aPupil, aSchool } from '@/tests/factories'
import { OversightPage } from './pages/staff-pages'
import { RegisterPage } from './pages/register-page'
import { expect, test } from './test'

/** Eight pupils in year 4 and two in year 5: two are few enough to be known by. */
const tenPupils = async () => {
  const school = await aSchool()
  const of = (yearGroup: number, count: number) =>
    Array.from({ length: count }, (_, place) =>
      aPupil(school, { yearGroup, givenName: `Pupil${place}`, familyName: `Year${yearGroup}` }),
    )
  await Promise.all([...of(4, 8), ...of(5, 2)])
  return school
}

test('a headteacher sees every figure, and the pupils behind each @desktop', async ({ page, signIn }) => {
  const school = await tenPupils()
  await signIn(await aMember(school, 'headteacher', { givenName: 'Grace', familyName: 'Obi' }))
  const oversight = await new OversightPage(page, school).open()
  await oversight.follow('10 pupils have had fewer than three so far')
  const register = await new RegisterPage(page, school).isShown()
  await expect(page).toHaveURL(/\?few=1$/)
  expect(await register.names()).toHaveLength(10)

  await oversight.open()
  await page.getByRole('main').getByRole('link', { name: 'Year 5' }).click()
  await expect(register.rows()).toHaveCount(2)
})

test('a governor has figures, none of them small, and no way to a pupil @no-javascript', async ({
  page,
  signIn,
}) => {
  const school = await tenPupils()
  await signIn(await aMember(school, 'governor'))
  await page.goto('/')
  const oversight = await new OversightPage(page, school).isShown()
  await expect(page).toHaveURL(new RegExp(`${oversight.path}$`))
  await expect(page.getByText('Figures only; none below six is shown.')).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText('Pupils on the register this year10')
  await expect(main.getByRole('link')).toHaveCount(0)
  await expect(page.getByText(/Pupil\d/)).toHaveCount(0)
  // two pupils of year 5 are not shown, and the eight of year 4 not either, since ten less eight is two
  const figures = (await main.getByRole('cell').allTextContents()).map((cell) => cell.trim())
  for (const figure of ['1', '2', '3', '4', '5', '8']) expect(figures).not.toContain(figure)

  for (const below of [
    '',
    '/sen-register',
    '/sen-register/export',
    '/classes',
    '/parent-meetings',
    '/people',
    '/import',
    '/forecast',
    '/settings/counting',
  ])
    expect((await page.request.get(`/schools/${school.slug}${below}`)).status(), below).toBe(404)
})
