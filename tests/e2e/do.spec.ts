import { writeFile } from 'node:fs/promises'
import { aCycle, anOutcome, aProvision, aPupil } from '@/tests/factories'
import { aPdf, aPhoto } from '@/tests/factories/files'
import { look } from '@/tests/factories/insert'
import { DoPage } from './pages/cycle-pages'
import { ClassSheetPage, TodayPage } from './pages/staff-pages'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

const NAMES = ['Ada', 'Ben', 'Cara', 'Dev', 'Ella', 'Finn']

/** A group of six in one class, given together by the assistant, each with a score of 5. */
async function aGroupOfSix() {
  const { school, schoolClass, assistant } = await aPupilWithAPlan()
  for (const givenName of NAMES) {
    const pupil = await aPupil(school, { classId: schoolClass.id, givenName, familyName: 'Group' })
    const cycle = await aCycle(pupil)
    const outcome = await anOutcome(cycle, { target: '4 of 5', baseline: '2 of 5', willDo: 'Retell a story' })
    const talk = { what: 'Talk Time', groupSize: 6, perWeek: 3, minutes: 20, deliveredById: assistant.id }
    await aProvision(cycle, [outcome], talk)
  }
  return { school, schoolClass, assistant }
}

test('a whole group of six is noted and scored in at most two actions a pupil @phone @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, schoolClass, assistant } = await aGroupOfSix()
  await signIn(assistant)
  const sheet = await new ClassSheetPage(page, school, schoolClass).open()
  let actions = 0
  const act = async (does: () => Promise<unknown>) => {
    actions += 1
    await does()
  }
  const group = page.getByRole('region', { name: 'Talk Time' })
  // Two were away: ticked before the one tap for everybody.
  await act(() => group.locator('summary').filter({ hasText: 'Somebody was away' }).click())
  await act(() => group.getByLabel('Ben Group was away').check())
  await act(() => group.getByLabel('Finn Group was away').check())
  await act(() => group.getByRole('button', { name: /^All 6 had it/ }).click())
  await expect(page.getByRole('status')).toHaveText('The group is noted.')
  for (const [name, score] of [
    ['Ada', '4'],
    ['Cara', '3'],
    ['Dev', '5'],
    ['Ella', '4'],
  ] as const) {
    await act(() => sheet.tap(score, `Talk Time for ${name} Group`))
    await expect(page.getByRole('status')).toContainText(`Score ${score} of 5`)
  }
  // One had come after all: another key, and what stood there is kept.
  await act(() =>
    page.locator('li', { hasText: 'Finn Group' }).locator('summary').filter({ hasText: 'In part' }).click(),
  )
  await act(() => sheet.tap('Began late', 'Talk Time for Finn Group'))
  await expect(page.getByRole('status')).toContainText('In part: Began late')
  expect(actions).toBeLessThanOrEqual(2 * NAMES.length)
  expect(
    await look(
      `SELECT (SELECT count(*)::int FROM do_notes WHERE school_id = $1) AS notes, (SELECT count(*)::int FROM measurements WHERE school_id = $1) AS scores,
        (SELECT count(*)::int FROM do_note_revisions WHERE school_id = $1) AS kept`,
      [school.id],
    ),
  ).toEqual([{ notes: 6, scores: 4, kept: 1 }])
})

test('a note is corrected, asked about and answered, and what it said before stays @phone @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, schoolClass, pupil, cycle, assistant, teacher } = await aPupilWithAPlan()
  await signIn(assistant)
  const sheet = await new ClassSheetPage(page, school, schoolClass).open()
  await sheet.tap('Given', 'Precision teaching for Amira Khan')
  await sheet.follow(/^Open the note/)
  await page.getByRole('link', { name: 'Correct this note' }).click()
  const correct = new DoPage(page, { school, pupil, cycle })
  await correct.write('What did you see?', 'Read four words by herself.')
  await page.getByRole('button', { name: 'Save correction' }).click()
  await expect.poll(correct.problems).toEqual(['Enter why you are correcting it'])
  await correct.write('Why are you correcting it?', 'I forgot what I saw')
  await page.getByRole('button', { name: 'Save correction' }).click()
  await expect(page.locator('p.govuk-inset-text')).toContainText('what the note said before is kept')
  await expect(page.getByRole('heading', { name: 'Revision 1' })).toBeVisible()
  await expect(page.getByText('I forgot what I saw').first()).toBeVisible()
  const note = page.url().split('?')[0] ?? ''

  await signIn(teacher)
  await page.goto(note)
  await expect(page.getByRole('link', { name: 'Correct this note' })).toHaveCount(0)
  await correct.write('What would you like to know?', 'Which four?')
  await page.getByRole('button', { name: 'Ask' }).click()
  await expect(page.locator('p.govuk-inset-text')).toContainText('It waits on their Today page')

  await signIn(assistant)
  await new TodayPage(page, school).open()
  await page.getByRole('link', { name: 'Answer Nadia Mensah’s question about Amira Khan' }).click()
  await correct.write('Your answer', 'said, went, was, they')
  await page.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByText('said, went, was, they')).toBeVisible()
})

test('a photo is attached, seen and shown to nobody else; a wrong file keeps what was typed @phone @no-javascript', async ({
  page,
  signIn,
}, testInfo) => {
  const { school, schoolClass, pupil, assistant, teacher, mother } = await aPupilWithAPlan()
  await signIn(assistant)
  const sheet = await new ClassSheetPage(page, school, schoolClass).open()
  await sheet.tap('Given', 'Precision teaching for Amira Khan')
  await sheet.follow(/^Open the note/)
  const attach = async (name: string, buffer: Buffer) => {
    await page.getByLabel('Photo or file').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
    await page.getByRole('button', { name: 'Attach' }).click()
  }
  await page.getByLabel('What does it show?').fill('Her own story')
  await attach('story.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'))
  await expect(page.locator('.govuk-error-summary')).toContainText('The file must be a photo')
  await expect(page.getByLabel('What does it show?')).toHaveValue('Her own story')
  // From the disk: to hand ten megabytes over in memory takes longer than a page may.
  const large = testInfo.outputPath('large.jpg')
  await writeFile(large, Buffer.alloc(10 * 1024 * 1024 + 200_000))
  await page.getByLabel('Photo or file').setInputFiles(large)
  await page.getByRole('button', { name: 'Attach' }).click()
  await expect(page.locator('.govuk-error-summary')).toContainText('smaller than 10 MB')
  await expect(page.getByLabel('What does it show?')).toHaveValue('Her own story')
  await attach('story.jpg', Buffer.from(await aPhoto()))
  await expect(page.locator('p.govuk-inset-text')).toContainText('The file is attached')
  await expect(page.getByRole('img', { name: 'Her own story' })).toBeVisible()
  await attach('letter.pdf', Buffer.from(aPdf()))
  const link = page.getByRole('link', { name: 'letter.pdf' })
  await expect(link).toBeVisible()

  const address = (await link.getAttribute('href')) ?? ''
  const answer = await page.request.get(address)
  expect(answer.status()).toBe(200)
  expect(answer.headers()).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment; filename="letter.pdf"/),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  const id = address.split('/').at(-1) ?? ''
  const elsewhere = await aPupilWithAPlan()
  await signIn(elsewhere.teacher)
  expect((await page.request.get(address)).status()).toBe(404)
  const own = `/schools/${elsewhere.school.slug}/pupils/${pupil.id}/attachments/${id}`
  expect((await page.request.get(own)).status()).toBe(404)
  await signIn(mother.member ?? teacher)
  // The note is for staff, so its files are too.
  expect((await page.request.get(`/family/${pupil.id}/attachments/${id}`)).status()).toBe(404)
})

test('measurements are drawn with the aim line, and the same facts stand in a table', async ({
  page,
  signIn,
}) => {
  const { school, pupil, cycle, outcome, teacher } = await aPupilWithAPlan()
  await signIn(teacher)
  const path = `/schools/${school.slug}/pupils/${pupil.id}`
  const measure = new DoPage(page, { school, pupil, cycle })
  for (const [day, value] of [
    ['5', '17'],
    ['12', '17'],
    ['19', '18'],
    ['20', '18'],
  ] as const) {
    await page.goto(`${path}/cycles/${cycle.id}/do/measurements/${outcome.id}`)
    await measure.write('What was measured?', value)
    await measure.write('Day', day)
    await page.getByRole('button', { name: 'Save measurement' }).click()
    await expect(page.locator('p.govuk-inset-text')).toContainText('The measurement is saved')
  }
  await expect(page.getByText('Four points in a row are under the aim line')).toBeVisible()
  await page.goto(path)
  await expect(page.getByRole('img', { name: /Words read aloud/ }).first()).toBeVisible()
  await page.getByText('The same facts as a table').first().click()
  await expect(page.getByRole('row', { name: /20 November 2026 18 words/ })).toBeVisible()
  await new TodayPage(page, school).open()
  await expect(page.getByRole('link', { name: 'Think again about the support for Amira Khan' })).toBeVisible()
})
