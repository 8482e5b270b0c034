import { hash } from '@node-rs/argon2'
import { aClass, aContact, aMember, aPupil, aSchool, aTeacherOf } from '@/tests/factories'
import { newId } from '@/tests/factories/insert'
import { ServicePage } from './pages/page'
import { expect, test } from './test'

const password = 'seven green kettles'

class SignInPage extends ServicePage {
  readonly path = '/sign-in'
  readonly heading = 'Sign in'

  async signIn(email: string, secret: string) {
    await this.page.getByLabel('Email address').fill(email)
    await this.page.getByLabel('Password').fill(secret)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
  }
}

const aTeacher = async () => {
  const school = await aSchool()
  const person = await aMember(school, 'class-teacher', { passwordHash: await hash(password) })
  return { school, person }
}

test('a teacher signs in after a slip, and signs out again @no-javascript', async ({ page }) => {
  const { school, person } = await aTeacher()
  const door = new SignInPage(page)
  await door.open()
  await door.signIn(person.email, 'not my password')
  await expect
    .poll(door.problems)
    .toEqual(['Enter the email address and password of your account. These two do not belong together'])
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page).not.toHaveURL(new RegExp(person.email))
  await expect(page.getByLabel('Email address')).toHaveValue(person.email)
  await door.isShown()

  await door.signIn(person.email, password)
  await expect(page).toHaveURL(new RegExp(`/schools/${school.slug}$`))
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You have signed out')).toBeVisible()
  await page.goto(`/schools/${school.slug}`)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('the cookie of a session that has ended opens nothing @desktop', async ({ page, context }) => {
  const { school, person } = await aTeacher()
  const door = new SignInPage(page)
  await door.open()
  await door.signIn(person.email, password)
  await expect(page).toHaveURL(new RegExp(`/schools/${school.slug}$`))
  const kept = await context.cookies()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You have signed out')).toBeVisible()
  await context.clearCookies()
  await context.addCookies(kept)
  await page.goto(`/schools/${school.slug}`)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('who was on the way somewhere gets there after signing in @desktop', async ({ page }) => {
  const { school, person } = await aTeacher()
  await page.goto(`/schools/${school.slug}/sen-register?sort=name`)
  await new SignInPage(page).signIn(person.email, password)
  await expect(page).toHaveURL(new RegExp(`/schools/${school.slug}/sen-register\\?sort=name$`))
})

test('six wrong passwords are answered with 429, and no header pretends to be elsewhere @desktop', async ({
  page,
  request,
}) => {
  const { person } = await aTeacher()
  const attempt = async (number: number) => {
    await page.goto('/sign-in')
    const csrfToken = await page.locator('input[name=csrfToken]').inputValue()
    return page.request.post('/api/auth/callback/credentials', {
      form: { csrfToken, email: person.email, password: 'wrong' },
      headers: { 'x-forwarded-for': `203.0.113.${number}` },
      maxRedirects: 0,
    })
  }
  for (let number = 0; number < 5; number++) expect((await attempt(number)).status()).toBe(303)
  const refused = await attempt(6)
  expect(refused.status()).toBe(429)
  expect(refused.headers()['retry-after']).toBe('900')
  expect(await refused.text()).toContain('Wait 15 minutes, then try again')
  expect((await request.get('/sign-in')).headers()['x-powered-by']).toBeUndefined()
})

test('every answer forbids keeping a copy, framing and strange scripts @desktop', async ({ request }) => {
  const { headers } = { headers: (await request.get('/sign-in')).headers() }
  expect(headers['cache-control']).toContain('no-store')
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['strict-transport-security']).toContain('max-age=')
  const font = '/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2'
  expect((await request.get(font)).headers()['cache-control']).toContain('immutable')
})

test('a SENCO adds a teacher, who sets a password with the link and sees their class @desktop', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  const school = await aSchool()
  const birch = await aClass(school, { name: '4 Birch' })
  await aPupil(school, { classId: birch.id })
  await aTeacherOf(school, birch, [])
  await signIn(school.sencoMember)
  await page.goto(`/schools/${school.slug}/people`)
  await page.getByRole('link', { name: 'Add a person' }).click()
  await page.getByRole('button', { name: 'Add this person' }).click()
  await expect(page.locator('.govuk-error-summary').getByRole('listitem')).toHaveText([
    'Enter a first name',
    'Enter a last name',
    'Enter an email address',
    'Select what this person does',
  ])
  const email = `grace.${newId()}@school.example`
  await page.getByLabel('First name').fill('Grace')
  await page.getByLabel('Last name').fill('Adjei')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Class or subject teacher').check()
  await page.getByLabel('4 Birch').check()
  await page.getByRole('button', { name: 'Add this person' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Grace Adjei')
  await page.getByRole('button', { name: 'Make a link to set a password' }).click()
  const link = await page.locator('code').innerText()

  const theirs = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Password', { exact: true }).fill('nine birch trees stand')
  await theirs.getByLabel('The same password again').fill('nine birch trees stand')
  await theirs.getByRole('button', { name: 'Set password' }).click()
  await expect(theirs.getByText('Your password is set')).toBeVisible()
  await new SignInPage(theirs).signIn(email, 'nine birch trees stand')
  await expect(theirs).toHaveURL(new RegExp(`/schools/${school.slug}$`))
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('This link cannot be used')
  await theirs.context().close()
})

test('a parent lands on the family page @phone', async ({ page, signIn }) => {
  const school = await aSchool()
  const mother = await aContact(await aPupil(school), { withAccount: true })
  await signIn(mother.member!)
  await page.goto('/')
  await expect(page).toHaveURL(/\/family/)
})

test('who serves two schools and is a parent as well goes from each to the others @desktop', async ({
  page,
  signIn,
}) => {
  const school = await aSchool({ name: 'Hazel Primary' })
  const other = await aSchool({ name: 'Rowan Juniors' })
  const mother = await aContact(await aPupil(school), { withAccount: true })
  await aMember(school, 'senco', { personId: mother.member!.personId })
  await aMember(other, 'senco', { personId: mother.member!.personId })
  await signIn(mother.member!)
  await page.goto(`/schools/${school.slug}`)
  const elsewhere = page.getByRole('navigation', { name: 'Your other pages' })
  await elsewhere.getByRole('link', { name: 'Rowan Juniors' }).click()
  await expect(page).toHaveURL(new RegExp(`/schools/${other.slug}$`))
  await elsewhere.getByRole('link', { name: 'My own children' }).click()
  await expect(page).toHaveURL(/\/family/)
  await elsewhere.getByRole('link', { name: 'Hazel Primary' }).click()
  await expect(page).toHaveURL(new RegExp(`/schools/${school.slug}$`))
})
