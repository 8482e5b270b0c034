import { aMeeting, aMember } from '@/tests/factories'
import { DoPage } from './pages/cycle-pages'
import { ChildPage, FamilyCopyPage } from './pages/family-pages'
import { Keyboard } from './pages/keyboard'
import { ArrangePage, MeetingPage } from './pages/parent-meeting-page'
import { PupilPage } from './pages/pupil-pages'
import { RegisterPage } from './pages/register-page'
import { ClassSheetPage, OversightPage, TodayPage } from './pages/staff-pages'
import { aPupilWithAPlan, memberOf } from './scenes'
import { expect, test } from './test'

// No test here touches a mouse: see that what is called is always the keyboard's.

test('a SENCO finds a pupil, arranges a meeting and records it as held by keyboard @desktop', async ({
  page,
  signIn,
}) => {
  const scene = await aPupilWithAPlan()
  const { school } = scene
  await signIn(school.sencoMember)
  const keys = new Keyboard(page)
  const main = page.getByRole('main')
  await new TodayPage(page, school).open()
  await keys.enter(page.getByRole('link', { name: 'Skip to main content' }))
  await expect(main).toBeFocused()

  await page.goto(`/schools/${school.slug}`)
  await keys.enter(page.getByRole('navigation').getByRole('link', { name: 'Register' }))
  await new RegisterPage(page, school).isShown()
  await keys.type(page.getByLabel('Name', { exact: true }), 'amira')
  await expect(page).toHaveURL(/\?q=amira$/)
  await keys.enter(page.getByRole('link', { name: 'Khan, Amira' }))
  await new PupilPage(page, scene).isShown()
  await keys.enter(main.getByRole('link', { name: 'Arrange a meeting' }))

  await new ArrangePage(page, scene).isShown()
  for (const [box, typed] of [
    ['Day', '20'],
    ['Month', '11'],
    ['Year', '2026'],
    ['Time', '8:30am'],
  ] as const)
    await keys.type(page.getByLabel(box, { exact: true }), typed)
  await keys.down(page.getByLabel('Purpose', { exact: true }), 2)
  await keys.enter(page.getByRole('button', { name: 'Arrange the meeting' }))
  const meeting = await new MeetingPage(page, scene).isShown()
  await keys.enter(main.getByRole('link', { name: 'Record as held' }))

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Record a meeting about Amira Khan')
  await keys.enter(page.getByRole('button', { name: 'Record as held' }))
  await expect(page.locator('.govuk-error-summary')).toBeFocused()
  const came = page.getByRole('group', { name: 'Which parents or carers came?' })
  await keys.space(came.getByRole('checkbox', { name: 'Farah Khan, mother' }))
  await keys.space(page.getByRole('group', { name: 'What was Amira’s part?' }).getByRole('radio').first())
  await keys.enter(page.getByRole('button', { name: 'Record as held' }))
  await expect(meeting.said()).toHaveText(/^Recorded as held/)
  await meeting.isShown()
})

for (const { who, key, said } of [
  { who: 'teacher', key: 'Given', said: 'Given. 9am, Nadia Mensah' },
  { who: 'assistant', key: 'Away', said: 'Not given: Away. 9am, Joan Pickering' },
] as const)
  test(`a ${who} notes a session and writes a line by keyboard @desktop`, async ({ page, signIn }) => {
    const { school, schoolClass, pupil, cycle, ...scene } = await aPupilWithAPlan()
    await signIn(scene[who])
    const keys = new Keyboard(page)
    await new TodayPage(page, school).open()
    await keys.enter(page.getByRole('navigation').getByRole('link', { name: 'Classes' }))
    await keys.enter(page.getByRole('main').getByRole('link', { name: schoolClass.name, exact: true }))
    const sheet = await new ClassSheetPage(page, school, schoolClass).isShown()
    if (who === 'assistant') await keys.enter(sheet.say('Not given'))
    await keys.enter(sheet.key(key, 'Precision teaching for Amira Khan'))
    await expect(page.getByRole('status')).toContainText(said)

    await keys.enter(page.getByRole('link', { name: /^Open the note/ }))
    await keys.enter(page.getByRole('link', { name: 'Back to the Do notes' }))
    const notes = await new DoPage(page, { school, pupil, cycle }).isShown()
    await keys.space(page.getByLabel('Given', { exact: true }))
    await keys.type(page.getByLabel('What did you see?', { exact: true }), 'Read two lines aloud.')
    await keys.enter(page.getByRole('button', { name: 'Save note' }))
    await expect(notes.saved()).toHaveText('The note is saved.')
    await expect(page.getByText('Read two lines aloud.')).toBeVisible()
  })

test('a parent reads the plan, what was agreed and the copy by keyboard @desktop', async ({
  page,
  signIn,
}) => {
  const { pupil, mother, teacher } = await aPupilWithAPlan()
  await aMeeting(pupil, { parents: [mother], ledById: teacher.id, withRecord: true })
  await signIn(memberOf(mother))
  const keys = new Keyboard(page)
  const child = await new ChildPage(page, pupil).open()
  await keys.enter(page.getByRole('link', { name: 'See the whole plan, or keep a copy' }))
  await new FamilyCopyPage(page, pupil).isShown()
  await keys.enter(page.getByRole('link', { name: 'Back to Amira' }))
  await child.isShown()
  await keys.enter(page.getByRole('link', { name: /^Read what was agreed/ }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Meeting on/)
  await keys.to(page.getByRole('button', { name: 'Print this page' }))
})

test('a headteacher goes from a figure to its pupils by keyboard @desktop', async ({ page, signIn }) => {
  const { school, pupil } = await aPupilWithAPlan()
  await signIn(await aMember(school, 'headteacher'))
  const keys = new Keyboard(page)
  await new OversightPage(page, school).open()
  await keys.enter(page.getByRole('link', { name: '1 pupil has had fewer than three so far' }))
  await new RegisterPage(page, school).isShown()
  await keys.enter(page.getByRole('link', { name: 'Khan, Amira' }))
  await new PupilPage(page, { school, pupil }).isShown()
})

test('a governor reads every figure and signs out by keyboard @desktop', async ({ page, signIn }) => {
  const { school } = await aPupilWithAPlan()
  await signIn(await aMember(school, 'governor'))
  const keys = new Keyboard(page)
  await new OversightPage(page, school).open()
  await keys.enter(page.getByRole('button', { name: 'Sign out' }))
  await expect(page.getByText('You have signed out')).toBeVisible()
})
