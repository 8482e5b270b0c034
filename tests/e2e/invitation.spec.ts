import type { Page } from '@playwright/test'
import { aContact, aMeeting, aMember } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { MeetingPage } from './pages/parent-meeting-page'
import { accessibilityProblems } from './pages/page'
import { memberOf, aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

/** A meeting on 1 December to which a mother with an address, and a father without one, are asked. */
async function aBookedMeeting() {
  const scene = await aPupilWithAPlan()
  await look('UPDATE contacts SET email = $2 WHERE id = $1', [scene.mother.id, 'farah@home.example'])
  const father = await aContact(scene.pupil, { fullName: 'Imran Khan', relationship: 'Father' })
  await aContact(scene.pupil, { fullName: 'Sam Khan', restrictedFrom: '2026-01-01', email: 'sam@x.example' })
  const meeting = await aMeeting(scene.pupil, {
    status: 'booked',
    heldOn: '2026-12-01',
    parents: [scene.mother, father],
    ledById: scene.teacher.id,
  })
  return { ...scene, father, meeting }
}

type Scene = Awaited<ReturnType<typeof aBookedMeeting>>

const caught = async ({ school }: Scene) =>
  look<{ subject: string; body: string; calendar: string }>(
    'SELECT c.subject, c.body, c.calendar FROM caught_mails c JOIN outbox_mails o ON o.school_id = c.school_id AND o.id = c.id WHERE c.school_id = $1 ORDER BY o.created_at, o.id',
    [school.id],
  )
/** Waits until the service has sent so many letters, as it does by itself. */
const letters = async (scene: Scene, count: number) => {
  await expect.poll(async () => (await caught(scene)).length, { timeout: 30_000 }).toBe(count)
  return caught(scene)
}
const linkIn = (body: string) => new URL(/(https?:\/\/\S+\/answer\/\S+)/.exec(body)?.[1] ?? '').pathname

async function invite(page: Page, scene: Scene) {
  const meeting = new MeetingPage(page, scene)
  await meeting.open()
  await expect(meeting.card('Invitations')).toContainText('Not invited yet')
  await expect(meeting.card('Invitations')).not.toContainText('Sam Khan')
  await meeting.follow('Invite')
  // axe is script
  if (test.info().project.name !== 'no-javascript') expect(await accessibilityProblems(page)).toEqual([])
  await page.getByLabel('Ruth Adeyemi, SENCO').check()
  await page
    .getByLabel('Specialists, or someone who supports the parents (optional)')
    .fill('Dr Priya Rao, educational psychologist')
  await page.getByLabel('Papers to read first (optional)').fill('The plan as it stands')
  const asked = (name: string) => page.getByRole('group', { name })
  await expect(asked('How is Farah Khan asked?').getByLabel('By email, sent for you')).toBeChecked()
  await expect(asked('How is Imran Khan asked?').getByLabel('By letter, which you print')).toBeChecked()
  await page.getByRole('button', { name: 'Invite' }).click()
  await meeting.isShown()
  await expect(meeting.said()).toHaveText('The invitations are on their way.')
  return meeting
}

test('a parent is invited, answers from a phone without an account, and is told when the meeting moves @no-javascript', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const scene = await aBookedMeeting()
  await signIn(scene.teacher)
  const meeting = await invite(page, scene)

  const [invitation] = await letters(scene, 1)
  expect(invitation?.subject).toBe('Invitation to a meeting at school')
  expect(invitation?.body).toContain('Dr Priya Rao, educational psychologist')
  const link = linkIn(invitation?.body ?? '')

  // Somebody else's phone: no session, no account.
  const { javaScriptEnabled = true } = test.info().project.use
  const phone = await browser.newContext({
    viewport: { width: 320, height: 640 },
    javaScriptEnabled,
    ...(baseURL && { baseURL }),
  })
  const parent = await phone.newPage()
  await parent.goto(link)
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText('Meeting about Amira')
  await expect(parent.getByText('Tuesday 1 December 2026, 3:30pm')).toBeVisible()
  await expect(parent.locator('body')).not.toContainText(/Khan|Oak Tree|Mensah/)
  if (test.info().project.name !== 'no-javascript') expect(await accessibilityProblems(parent)).toEqual([])
  await parent.getByRole('button', { name: 'Send my answer' }).click()
  await expect(parent.getByRole('link', { name: 'Select whether you can come' })).toBeVisible()
  await parent.getByLabel('Yes, I will come').check()
  await parent.getByLabel('Who comes with you? (optional)').fill('My sister')
  await parent.getByLabel('Do you need an interpreter? (optional)').fill('Urdu')
  await parent.getByRole('button', { name: 'Send my answer' }).click()
  await expect(parent.getByRole('status').first()).toHaveText('Thank you. The school has your answer.')
  await expect(parent.getByText('You said that you will come.')).toBeVisible()
  await expect(parent.locator('body')).not.toContainText('My sister')
  const file = await phone.request.get(`${link}/calendar`)
  expect(file.headers()['content-type']).toContain('text/calendar')
  expect(await file.text()).toContain('DTSTART:20261201T153000Z')

  await meeting.open()
  const card = meeting.card('Invitations')
  await expect(card).toContainText(/Farah Khan\s*Will come/)
  await expect(card).toContainText('Comes with: My sister')
  await expect(card).toContainText('Interpreter: Urdu')
  await expect(card).toContainText('Invited by email, 20 November')

  await meeting.follow('Move or change')
  await page.getByLabel('Day').fill('3')
  await page.getByLabel('Time').fill('4pm')
  await page.getByRole('button', { name: 'Save the changes' }).click()
  await meeting.isShown()
  await expect(card).toContainText(/Farah Khan\s*No answer yet/)
  await expect(card).toContainText(/Imran Khan\s*No answer yet/)
  const [, moved] = await letters(scene, 2)
  expect(moved?.subject).toBe('Your meeting at school has changed')
  expect(moved?.calendar).toContain('SEQUENCE:1')
  expect(moved?.calendar).toContain('DTSTART:20261203T160000Z')
  expect(linkIn(moved?.body ?? '')).toBe(link)
  await parent.goto(link)
  await expect(parent.getByText('Thursday 3 December 2026, 4pm')).toBeVisible()
  await phone.close()
})

test('a wrong link and one of a meeting called off are the same page as any that is not there @desktop', async ({
  page,
  signIn,
}) => {
  const scene = await aBookedMeeting()
  await signIn(scene.teacher)
  await invite(page, scene)
  const [invitation] = await letters(scene, 1)
  const link = linkIn(invitation?.body ?? '')
  await look(`UPDATE parent_meetings SET status = 'cancelled' WHERE id = $1`, [scene.meeting.id])
  const said: string[] = []
  for (const address of [link, `${link}x`, '/answer/nobody', '/nothing-here']) {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    said.push(await page.locator('main').innerText())
  }
  expect(new Set(said).size).toBe(1)
})

test('a parent with an account answers on the family’s page, and a letter is printed for one without an address @desktop @no-javascript', async ({
  page,
  signIn,
  context,
}) => {
  const scene = await aBookedMeeting()
  await signIn(scene.teacher)
  const meeting = await invite(page, scene)
  await meeting.card('Invitations').getByRole('link', { name: 'Letter to print for Imran Khan' }).click()
  await expect(page.getByRole('article', { name: 'Letter' })).toContainText('Dear Imran Khan')
  await expect(page.getByRole('article', { name: 'Letter' })).toContainText('/answer/')
  await expect(page.getByRole('article', { name: 'Letter' })).toContainText('Nadia Mensah')

  await context.clearCookies()
  await signIn(memberOf(scene.mother))
  await page.goto(`/family/${scene.pupil.id}`)
  await expect(page.getByText('You have not answered yet.')).toBeVisible()
  await expect(page.getByText('Please read first: The plan as it stands')).toBeVisible()
  await expect(page.getByText('Dr Priya Rao, educational psychologist')).toBeVisible()
  await page.getByRole('link', { name: 'Say if you can come' }).click()
  await page.getByLabel('I would like another time').check()
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await page.getByLabel(/^Days or times that suit you better/).fill('Fridays after 4pm')
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await expect(page.getByRole('status').first()).toHaveText('The school has your answer.')
  await expect(page.getByText('You asked for another time.')).toBeVisible()

  await context.clearCookies()
  await signIn(scene.teacher)
  await page.goto(`/schools/${scene.school.slug}`)
  await page.getByRole('link', { name: 'Find another time for Amira Khan’s meeting' }).click()
  await expect(meeting.card('Invitations')).toContainText('Times that suit: Fridays after 4pm')
})

test('those who lead the school read the mail that was caught, and nobody else @desktop', async ({
  page,
  signIn,
  context,
}) => {
  const scene = await aBookedMeeting()
  await signIn(scene.teacher)
  await invite(page, scene)
  await letters(scene, 1)
  expect((await page.goto(`/schools/${scene.school.slug}/mail`))?.status()).toBe(404)
  await context.clearCookies()
  await signIn(await aMember(scene.school, 'headteacher'))
  await page.goto(`/schools/${scene.school.slug}/mail`)
  await page.getByRole('link', { name: 'Invitation to a meeting' }).click()
  await expect(page.getByRole('article', { name: 'Letter' })).toContainText('Dear Farah Khan')
  await expect(page.getByRole('region', { name: 'Calendar entry' })).toContainText('METHOD:REQUEST')
  expect(await accessibilityProblems(page)).toEqual([])
})
