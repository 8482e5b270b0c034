import { aClass, aContact, aPupil } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { ArrangePage, MeetingPage } from './pages/parent-meeting-page'
import { accessibilityProblems, sidewaysScroll } from './pages/page'
import { aPupilWithAPlan, memberOf } from './scenes'
import { expect, test } from './test'

/** Amira with a plan in force, and her brother Zayd, whose mother has an email address. */
async function siblings() {
  const scene = await aPupilWithAPlan()
  await look('UPDATE contacts SET email = $2 WHERE id = $1', [scene.mother.id, 'farah@home.example'])
  const oak = await aClass(scene.school, { name: '6 Oak' })
  const zayd = await aPupil(scene.school, { givenName: 'Zayd', classId: oak.id, dateOfBirth: '2016-02-01' })
  await aContact(zayd, { contactId: scene.mother.id })
  return { ...scene, zayd }
}

const letterOf = async ({ id }: { id: string }) => {
  const caught = () =>
    look<{ body: string }>('SELECT body FROM caught_mails WHERE school_id = $1 ORDER BY caught_at', [id])
  await expect.poll(async () => (await caught()).length, { timeout: 30_000 }).toBe(1)
  return (await caught())[0]?.body ?? ''
}
const linkIn = (body: string, kind: 'answer' | 'prepare') =>
  new URL(new RegExp(`(https?://\\S+/${kind}/\\S+)`).exec(body)?.[1] ?? '').pathname

test('a SENCO arranges one meeting for two siblings, the parent prepares on a phone without an account, and the teacher opens the pack @desktop', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const scene = await siblings()
  const { school, teacher } = scene
  await signIn(school.sencoMember)
  const form = await new ArrangePage(page, scene).open()
  await expect(page.getByLabel('Who leads?')).toHaveValue(teacher.id)
  await form.fill({ day: '24', month: '11', year: '2026', time: '3:30pm', invited: 'Farah Khan, mother' })
  await page.getByLabel('Zayd Khan, 6 Oak').check()
  await page.getByText('Who else comes, papers to read, interpreter and access (optional)').click()
  await page.getByLabel('Papers to read first (optional)').fill('The plan as it stands')
  await expect(page.getByLabel('Invite them now')).toBeChecked()
  expect(await accessibilityProblems(page)).toEqual([])
  await form.arrange()
  const meeting = await new MeetingPage(page, scene).isShown()
  await expect(meeting.said()).toHaveText('The meeting is arranged.')
  await expect(meeting.card('Met together with')).toContainText('Zayd Khan')
  await expect(meeting.card('Invitations')).toContainText('Invited by email, 20 November')
  await expect(meeting.card('Who will be there')).toContainText(
    'Nadia Mensah, class teacher, who leads the meeting',
  )

  const body = await letterOf(school)
  expect(body).toContain('a meeting about Amira and Zayd')
  const phone = await browser.newContext({
    viewport: { width: 320, height: 640 },
    ...(baseURL && { baseURL }),
  })
  const parent = await phone.newPage()
  await parent.goto(linkIn(body, 'prepare'))
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText(
    'Before the meeting about Amira and Zayd',
  )
  await expect(parent.locator('body')).not.toContainText(/Khan|Oak Tree|Mensah/)
  expect(await accessibilityProblems(parent)).toEqual([])
  expect(await sidewaysScroll(parent)).toBe(0)
  await parent.getByRole('button', { name: 'Send to the school' }).click()
  await expect(parent.getByRole('link', { name: 'Write in at least one of the boxes' })).toBeVisible()
  await parent.getByLabel('Amira', { exact: true }).check()
  await parent.getByLabel('Who will come with you? (optional)').fill('My sister')
  await parent.getByLabel('What would you like to come out of it?').fill('One plan for reading at home')
  await parent.getByLabel('What is difficult for your child, at school or at home?').fill('Bedtime reading')
  await parent.getByRole('button', { name: 'Send to the school' }).click()
  await expect(parent.getByRole('status').first()).toHaveText('Thank you. The school has your words.')
  await expect(parent.locator('body')).not.toContainText('Bedtime reading')
  await phone.close()

  await signIn(teacher)
  await page.goto(`/schools/${school.slug}`)
  await page.getByRole('link', { name: 'Prepare Amira Khan’s meeting' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prepare the meeting about Amira Khan')
  const main = page.getByRole('main')
  await expect(main).toContainText('One plan for reading at home')
  await expect(main).toContainText('Farah Khan, 20 November 2026, written by themselves, through the link')
  await expect(main).toContainText('The pupil’s views are not gathered')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('link', { name: 'Write down what Amira says' }).click()
  await page.getByLabel('What does Amira want said?').fill('I want to sit by the window')
  await page.getByLabel('Drawn').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(main).toContainText('I want to sit by the window')
  await page.getByRole('button', { name: 'This meeting is prepared' }).click()
  await expect(main).toContainText('Prepared by Nadia Mensah on 20 November 2026.')
  await page.goto(`/schools/${school.slug}`)
  await expect(page.getByRole('link', { name: 'Prepare Amira Khan’s meeting' })).toHaveCount(0)

  await page.context().clearCookies()
  await signIn(memberOf(scene.mother))
  await page.goto(`/family/${scene.pupil.id}`)
  await page.getByRole('link', { name: 'Prepare for the meeting' }).click()
  await expect(main).toContainText('One plan for reading at home')
  await expect(main).toContainText('The plan as it stands')
  await expect(main).not.toContainText('I want to sit by the window')
  expect(await accessibilityProblems(page)).toEqual([])
})
