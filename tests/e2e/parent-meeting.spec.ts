import { aClass, aContact, aMeeting, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { ArrangePage, MeetingPage, RecordPage } from './pages/parent-meeting-page'
import { accessibilityProblems } from './pages/page'
import { PupilPage } from './pages/pupil-pages'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

async function aFamily() {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id, givenName: 'Nadia', familyName: 'Aziz' })
  const teacher = await aTeacherOf(school, ash, [pupil])
  const mother = await aContact(pupil, { fullName: 'Farah Aziz' })
  const father = await aContact(pupil, { fullName: 'Imran Aziz', relationship: 'Father' })
  await aContact(pupil, { fullName: 'Sam Aziz', relationship: 'Stepfather', restrictedFrom: '2026-01-01' })
  return { school, pupil, teacher, mother, father }
}

test('a teacher arranges a meeting, and what was typed survives a mistake @no-javascript', async ({
  page,
  signIn,
}) => {
  const family = await aFamily()
  await signIn(family.teacher)
  const form = new ArrangePage(page, family)
  await form.open()
  await expect(page.getByText('Sam Aziz')).toHaveCount(0)
  await form.fill({ day: '31', month: '2', year: '2027', time: '3:30', invited: 'Farah Aziz, mother' })
  await form.arrange()
  await expect
    .poll(form.problems)
    .toEqual(['The date of the meeting must be a real date', 'Say am or pm, like 3:30pm'])
  await expect(page.getByLabel('Farah Aziz, mother')).toBeChecked()
  await expect(page.getByLabel('Imran Aziz, father')).not.toBeChecked()

  await form.fill({ day: '1', month: '12', year: '2026', time: '3:30pm', invited: 'Farah Aziz, mother' })
  await form.arrange()
  const meeting = new MeetingPage(page, family)
  await meeting.isShown()
  await expect(meeting.said()).toHaveText('The meeting is arranged.')
  await expect(page.getByText('Tuesday 1 December 2026, 3:30pm, in person')).toBeVisible()
  await expect(meeting.panel()).toContainText('Recording it as held makes it 1 of 3.')
})

test('a meeting is recorded on one screen, counted, handed over and changed @no-javascript', async ({
  page,
  signIn,
}) => {
  const family = await aFamily()
  const meeting = await aMeeting(family.pupil, {
    heldOn: '2026-11-20',
    status: 'booked',
    parents: [family.mother, family.father],
    ledById: family.teacher.id,
  })
  await signIn(family.teacher)
  const record = new RecordPage(page, { ...family, meeting })
  await record.open()
  await record.pupilsPart('Came for part of it')
  await record.write('Outcomes: how did each one go, and what next?', 'Word list: 31 of 50')
  await record.write('Activities and support', 'Four times a week')
  await record.action(1).getByLabel('Who').fill('Tom Whitfield')
  await record.action(1).getByLabel('Will do what').fill('Send home the cards')
  await record.save('Record as held')
  await expect
    .poll(record.problems)
    .toEqual(['Select who came. If no parent came, choose “Nobody came” instead'])
  await record.came('Farah Aziz, mother').check()
  await page.getByRole('button', { name: 'Record as held' }).dblclick()

  const held = new MeetingPage(page, { ...family, meeting })
  await held.isShown()
  await expect(held.said()).toHaveText('Recorded as held. That makes it 1 of 3: On track.')
  await expect(held.card('What we agreed')).toContainText('Send home the cards')
  await expect(held.card('What we agreed')).toContainText('It does not say what the parents will do')

  await expect(held.card('What we agreed')).toContainText('It is not signed off yet')
  await held.follow('Read it back and sign it off')
  for (const name of ['Farah Aziz', 'Nadia'])
    await page
      .getByRole('group', { name: `What did ${name} say when it was read back?` })
      .getByLabel('Read back and agreed')
      .check()
  await page.getByRole('button', { name: 'Sign off the record' }).dblclick()
  await held.isShown()
  await expect(held.said()).toHaveText('Signed off. Now give it to each parent.')

  await held.follow('Give or record a copy')
  await page
    .getByRole('group', { name: 'How did Farah Aziz have their copy?' })
    .getByLabel('Handed over')
    .check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(held.card('Copy of this record')).toContainText(/Farah Aziz\s*Given Handed over, 20 November/)
  await expect(held.card('Copy of this record')).toContainText(/Imran Aziz\s*Not yet given/)

  await held.follow('Amend the record')
  await expect(record.came('Farah Aziz, mother')).toBeChecked()
  await expect(record.came('Imran Aziz, father')).not.toBeChecked()
  await record.write('The parents', 'Five words at bedtime')
  await record.write('Why is the record changed?', 'Farah asked for it')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(held.card('What we agreed')).toContainText('Five words at bedtime')
  await expect(held.card('The meeting')).toContainText(/Parents who came\s*Farah Aziz\s*Led by/)
})

test('nobody came: it is said, and does not count @desktop @no-javascript', async ({ page, signIn }) => {
  const family = await aFamily()
  const meeting = await aMeeting(family.pupil, {
    heldOn: '2026-11-19',
    status: 'booked',
    parents: [family.mother],
    ledById: family.teacher.id,
  })
  await signIn(family.school.sencoMember)
  await page.goto(`/schools/${family.school.slug}/parent-meetings`)
  await page.getByRole('link', { name: 'Say whether the meeting about Nadia Aziz was held' }).click()
  const shown = new MeetingPage(page, { ...family, meeting })
  await shown.isShown()
  await shown.follow('Nobody came, or it was cancelled')
  await expect(page.getByLabel('Nobody came')).toBeChecked()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(shown.panel()).toContainText('0 of 3')
  await expect(shown.panel()).toContainText('No parent came')
})

test('the page of meetings has its filters behind one control on a phone', async ({ page, signIn }) => {
  const family = await aFamily()
  await aMeeting(family.pupil, {
    heldOn: '2026-12-01',
    status: 'booked',
    parents: [family.mother],
    ledById: family.teacher.id,
  })
  await aMeeting(await aPupil(family.school, { givenName: 'Ben', familyName: 'Barlow' }), {
    heldOn: '2026-12-02',
    status: 'booked',
  })
  await signIn(family.school.sencoMember)
  await page.goto(`/schools/${family.school.slug}/parent-meetings`)
  if (test.info().project.name === 'phone') {
    await expect(page.getByLabel('Name')).toBeHidden()
    await page.getByRole('checkbox', { name: 'Search and filters' }).check()
  }
  await page.getByLabel('Name').fill('aziz')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('row', { name: /Nadia Aziz/ })).toBeVisible()
  await expect(page.getByText('Ben Barlow')).toHaveCount(0)
  expect(await accessibilityProblems(page)).toEqual([])
})

test('two clicks on “Arrange” and on “Held” make one meeting, and the meter of the pupil moves @desktop', async ({
  page,
  signIn,
}) => {
  const scene = await aPupilWithAPlan()
  const { school } = scene
  await signIn(school.sencoMember)
  const home = await new PupilPage(page, scene).open()
  await expect(home.card('Parent meetings')).toContainText('0 of 3')
  await home.follow('Arrange a meeting')
  const arrange = await new ArrangePage(page, scene).isShown()
  await arrange.fill({ day: '20', month: '11', year: '2026', time: '8:30am', invited: 'Farah Khan, mother' })
  await page.getByRole('button', { name: 'Arrange the meeting' }).dblclick()
  const meeting = await new MeetingPage(page, scene).isShown()
  await expect(meeting.panel()).toContainText('0 of 3')
  await meeting.follow('Record as held')
  const record = page.getByRole('button', { name: 'Record as held' })
  await page.getByLabel('Farah Khan, mother').check()
  await page.getByLabel('Came for all of it').check()
  await record.dblclick()
  await expect(meeting.said()).toHaveText('Recorded as held. That makes it 1 of 3: On track.')

  expect(await look('SELECT status FROM parent_meetings WHERE school_id = $1', [school.id])).toEqual([
    { status: 'held' },
  ])
  expect((await auditOf(school)).filter((action) => action.startsWith('parent-meeting.'))).toEqual([
    'parent-meeting.arranged',
    'parent-meeting.held',
  ])
  await home.open()
  await expect(home.card('Parent meetings')).toContainText('1 of 3')
})
