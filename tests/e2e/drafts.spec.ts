import type { Browser, Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { serveApp } from '@/scripts/app-process'
import { freePort } from '@/scripts/ports'
import { aContact, aMeeting, aSchool, aSession } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { AnyPage } from './pages/any-page'
import { ConcernPage, pupilPath } from './pages/pupil-pages'
import { RecordPage } from './pages/parent-meeting-page'
import { aPupilWithAPlan, memberOf } from './scenes'
import { expect, test } from './test'

type Member = { personId: string }

/** A browser of its own, in which this person has signed in. */
async function browserOf(browser: Browser, member: Member, baseURL: string) {
  const context = await browser.newContext({ baseURL })
  const token = { sub: member.personId, sid: await aSession(member, new Date('2026-11-20T10:40:00Z')) }
  const value = await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? '', maxAge: 60 * 60 })
  await context.addCookies([{ name: 'next-auth.session-token', value, url: baseURL }])
  return context
}

const WORDS = 'What is the concern?'
const box = (page: Page) => page.getByLabel(WORDS, { exact: true })
const line = (page: Page) => page.locator('.draft-line')
const notice = (page: Page) => page.locator('.draft-notice')
const draftsIn = (school: { id: string }) =>
  look<{ typed: object }>('SELECT typed FROM drafts WHERE school_id = $1', [school.id])

test('what was typed outlives the page, the app and the browser, for the one who typed it @desktop', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const scene = await aPupilWithAPlan()
  const path = `${pupilPath(scene)}/concerns/raise`
  const port = await freePort()
  const url = `http://localhost:${port}`
  const settings = {
    DATABASE_URL: process.env.DATABASE_URL ?? '',
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? '',
    NEXTAUTH_URL: url,
    CLOCK: '2026-11-20T10:42:00Z',
    TZ: 'UTC',
  }
  let app = await serveApp(port, settings)
  try {
    const classroom = await browserOf(browser, scene.teacher, url)
    const first = await classroom.newPage()
    await first.goto(path)
    await box(first).fill('She cries before spelling tests')
    await expect(line(first)).toHaveText('Saved at 10:42am, not sent yet')
    await expect(line(first)).toHaveRole('status')
    // half a sentence more, and the page is gone before the next saving is due
    await box(first).fill('She cries before spelling tests, and hides')
    await first.close()
    await expect
      .poll(() => draftsIn(scene.school))
      .toMatchObject([{ typed: { words: 'She cries before spelling tests, and hides' } }])
    await classroom.close()

    await app.stop()
    app = await serveApp(port, settings)

    const home = await browserOf(browser, scene.teacher, url)
    const second = await home.newPage()
    await second.goto(path)
    await expect(box(second)).toHaveValue('She cries before spelling tests, and hides')
    await expect(notice(second)).toContainText(
      'This is what you had typed on 20 November at 10:42am. It has not been sent.',
    )

    const other = await browserOf(browser, scene.school.sencoMember, url)
    const theirs = await other.newPage()
    await theirs.goto(path)
    await expect(line(theirs)).toBeAttached()
    await theirs.waitForLoadState('networkidle')
    await expect(box(theirs)).toHaveValue('')
    await expect(notice(theirs)).toHaveText('')

    await second.getByLabel('The pupil’s', { exact: true }).check()
    await second.getByRole('button', { name: 'Save the concern' }).click()
    await expect(second.getByRole('main').locator('p[role=status].govuk-inset-text')).toBeVisible()
    await expect.poll(() => draftsIn(scene.school)).toEqual([])
    await second.goto(path)
    await second.waitForLoadState('networkidle')
    await expect(box(second)).toHaveValue('')
    await home.close()
    await other.close()
  } finally {
    await app.stop()
  }
})

test('where the record has changed since, both texts are shown @desktop', async ({ page, signIn }) => {
  const scene = await aPupilWithAPlan()
  await look(`UPDATE cycles SET stage = 'plan', activated_on = NULL, shared_at = NULL WHERE id = $1`, [
    scene.cycle.id,
  ])
  await signIn(scene.school.sencoMember)
  const path = `${pupilPath(scene)}/cycles/${scene.cycle.id}/plan/every-day`
  const form = await new AnyPage(page, path, 'In every lesson and at home').open()
  await form.write('What holds in every lesson?', 'Typed by the SENCO')
  await expect(line(page)).toHaveText('Saved at 9am, not sent yet')
  await look('UPDATE cycles SET in_every_lesson = $2, at_home = $3, version = version + 1 WHERE id = $1', [
    scene.cycle.id,
    'Saved by the teacher',
    'Ten minutes of reading',
  ])
  await form.open()
  await expect(page.getByLabel('What holds in every lesson?', { exact: true })).toHaveValue(
    'Typed by the SENCO',
  )
  await expect(page.getByLabel('What is agreed for home?', { exact: true })).toHaveValue(
    'Ten minutes of reading',
  )
  await expect(notice(page).getByRole('listitem')).toHaveText([
    /^What holds in every lesson\?.*Saved now.*Saved by the teacher.*What you typed.*Typed by the SENCO$/,
  ])
  await form.isShown()

  await form.press('Start again from what is saved')
  await expect(page.getByLabel('What holds in every lesson?', { exact: true })).toHaveValue(
    'Saved by the teacher',
  )
  await expect.poll(() => draftsIn(scene.school)).toEqual([])
  await form.press('Bring back what you had typed')
  await expect(page.getByLabel('What holds in every lesson?', { exact: true })).toHaveValue(
    'Typed by the SENCO',
  )
  await form.press(/^Save$/)
  await expect(form.saved()).toBeVisible()
  await expect.poll(() => draftsIn(scene.school)).toEqual([])
  expect(await look('SELECT in_every_lesson, at_home FROM cycles WHERE id = $1', [scene.cycle.id])).toEqual([
    { in_every_lesson: 'Typed by the SENCO', at_home: 'Ten minutes of reading' },
  ])
})

test('ticks, choices, dates and rows that were added come back too @desktop', async ({ page, signIn }) => {
  const scene = await aPupilWithAPlan()
  const meeting = await aMeeting(scene.pupil, {
    status: 'booked',
    heldOn: '2026-11-19',
    parents: [scene.mother],
    ledById: scene.teacher.id,
  })
  await signIn(scene.teacher)
  const record = await new RecordPage(page, { ...scene, meeting }).open()
  await record.came('Farah Khan, mother').check()
  await page.getByRole('button', { name: 'Add an action' }).click()
  await record.action(4).getByLabel('Who').fill('Joan Pickering')
  await record.action(4).getByLabel('Day').fill('4')
  await expect(line(page)).toHaveText('Saved at 9am, not sent yet')
  await page.goto('/')
  await record.open()
  await expect(record.came('Farah Khan, mother')).toBeChecked()
  await expect(record.action(4).getByLabel('Who')).toHaveValue('Joan Pickering')
  await expect(record.action(4).getByLabel('Day')).toHaveValue('4')
})

test('a form that was refused is kept on; one that nobody typed into asks for nothing to be kept @desktop', async ({
  page,
  signIn,
}) => {
  const scene = await aPupilWithAPlan()
  await signIn(scene.teacher)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/drafts')) sent.push(request.method())
  })
  const concern = await new ConcernPage(page, scene).open()
  await page.goto(pupilPath(scene))
  await concern.open()
  expect(sent.filter((method) => method !== 'GET')).toEqual([])
  await concern.write(WORDS, 'He hides under the table')
  await concern.press('Save the concern')
  await expect.poll(concern.problems).toEqual(['Select whose concern this is'])
  await expect
    .poll(() => draftsIn(scene.school))
    .toMatchObject([{ typed: { words: 'He hides under the table' } }])
  await page.goto(pupilPath(scene))
  expect(sent.slice(-1)).toEqual(['POST'])
})

test('with JavaScript off a form works as it did @no-javascript @desktop', async ({ page, signIn }) => {
  const scene = await aPupilWithAPlan()
  await signIn(scene.teacher)
  const concern = await new ConcernPage(page, scene).open()
  await concern.choose('Whose concern is it?', 'The pupil’s')
  await concern.write(WORDS, 'I do not like reading aloud')
  await concern.press('Save the concern')
  await expect(concern.saved()).toBeVisible()
})

test('drafts are for the person who is signed in, from our own pages, and not too long @desktop', async ({
  page,
  signIn,
  request,
}) => {
  const scene = await aPupilWithAPlan()
  const elm = await aSchool()
  const at = `/schools/${scene.school.slug}/drafts`
  const draft = { page: `${pupilPath(scene)}/concerns/raise`, form: 'words', typed: { words: 'x' } }
  const ours = { 'sec-fetch-site': 'same-origin' }
  const send = async (data: object, headers: Record<string, string> = ours) =>
    (await page.request.post(at, { data, headers })).status()

  expect((await request.post(at, { data: draft, headers: ours })).status()).toBe(401)
  expect((await request.get(`${at}?page=${draft.page}`)).status()).toBe(401)
  await signIn(scene.teacher)
  expect(await send(draft, { 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await send(draft, { 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await send({ ...draft, typed: { words: 'x'.repeat(250_000) } })).toBe(400)
  expect(await send({ ...draft, typed: { words: 'x'.repeat(500_000) } })).toBe(413)
  expect(await send({ ...draft, page: `/schools/${elm.slug}/people/add` })).toBe(404)
  expect(await send(draft)).toBe(200)

  const stranger = await aContact(scene.pupil, { withAccount: true, fullName: 'Imran Khan' })
  for (const member of [memberOf(stranger), elm.sencoMember]) {
    await signIn(member)
    expect(await send(draft)).toBe(404)
    expect((await page.request.get(`${at}?page=${draft.page}`)).status()).toBe(404)
    expect((await page.request.delete(at, { data: draft, headers: ours })).status()).toBe(404)
  }
  await signIn(scene.assistant)
  expect(await (await page.request.get(`${at}?page=${draft.page}`)).json()).toEqual([])
  expect(await draftsIn(scene.school)).toHaveLength(1)
})
