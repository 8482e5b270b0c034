import { aContact, aMeeting } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { aParentPoint } from '@/tests/factories/parent-point'
import { accessibilityProblems } from './pages/page'
import { MeetingPage, RecordPage } from './pages/parent-meeting-page'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

/** A meeting this afternoon with a mother who signs in and a father who reads mail; the mother brings two things. */
async function anAfternoon() {
  const scene = await aPupilWithAPlan()
  const { pupil, mother, teacher } = scene
  const father = await aContact(pupil, {
    ...{ fullName: 'Imran Khan', relationship: 'Father', email: 'imran@home.example' },
  })
  await aContact(pupil, { fullName: 'Sam Khan', relationship: 'Stepfather', restrictedFrom: '2026-01-01' })
  const meeting = await aMeeting(pupil, {
    ...{ status: 'booked', heldOn: '2026-11-20', parents: [mother, father], ledById: teacher.id },
  })
  const bring = (words: string) => aParentPoint(pupil, { contact: mother, by: teacher, meeting, words })
  await bring('Reading at home ends in tears')
  await bring('Who checks the new glasses?')
  return { ...scene, father, meeting }
}

test('a record is written live, read back, signed, given in two ways, amended, and a parent asks about it @desktop', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  test.setTimeout(150_000)
  const scene = await anAfternoon()
  const { pupil, mother, school } = scene
  await signIn(scene.teacher)
  const record = new RecordPage(page, scene)
  await record.open()
  await expect(page.getByText('Sam Khan')).toHaveCount(0)

  // Kept as it is typed, and nobody reads it until it is signed.
  await record.write('Outcomes: how did each one go, and what next?', 'Word list: 31 of 50')
  await expect(page.locator('.draft-line').first()).toContainText('not sent yet')
  await page.reload()
  await expect(page.getByLabel('Outcomes: how did each one go, and what next?')).toHaveValue(
    'Word list: 31 of 50',
  )

  await record.came('Farah Khan, mother').check()
  await record.came('Imran Khan, father').check()
  await page.getByText('Somebody came late or left early').click()
  await page.getByRole('group', { name: 'Who came late?' }).getByLabel('Imran Khan').check()
  await record.pupilsPart('Came for part of it')
  await record.write('Who takes the notes? (optional)', 'Ruth Adeyemi')
  await record.write('Activities and support', 'Four times a week')
  await record.write('The parents', 'Five words at bedtime')
  await record.write('What do the parents hope for Amira?', 'That she reads for fun')
  await record.write('What did Amira say, in their own words?', 'I like the comics')
  const tears = page.getByRole('group', { name: /^Reading at home ends in tears/ })
  await tears.getByLabel('We talked about it').check()
  const glasses = page.getByRole('group', { name: /^Who checks the new glasses/ })
  await glasses.getByLabel('It is carried forward').check()
  await glasses.getByLabel('If carried forward, to whom?').fill('Ruth Adeyemi')
  await record.action(1).getByLabel('Who').fill('Nadia Mensah')
  await record.action(1).getByLabel('Will do what').fill('Send home the cards')
  await page.getByText('Book the next meeting now').click()
  const next = page.getByRole('group', { name: 'On which day? (optional)' })
  await next.getByLabel('Day').fill('20')
  await next.getByLabel('Month').fill('1')
  await next.getByLabel('Year').fill('2027')
  await page.getByLabel('At what time? (optional)').fill('3:30pm')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Save and read it back' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Read back what was agreed about Amira Khan',
  )
  await expect(page.getByText('Imran Khan, father, came late')).toBeVisible()
  await expect(page.getByText('Carried forward to Ruth Adeyemi')).toBeVisible()
  await expect(page.getByText('Wednesday 20 January 2027, 3:30pm')).toBeVisible()
  await page.getByRole('button', { name: 'Sign off the record' }).click()
  await expect(page.locator('.govuk-error-summary')).toContainText('Select whether they agreed')
  const heard = (name: string) =>
    page.getByRole('group', { name: `What did ${name} say when it was read back?` })
  await heard('Farah Khan').getByLabel('Does not agree with all of it').check()
  await page
    .getByRole('region', { name: 'Farah Khan' })
    .getByLabel('What they see differently, or why it was not read back')
    .fill('Three words is enough')
  await heard('Imran Khan').getByLabel('Read back and agreed').check()
  await heard('Amira').getByLabel('Read back and agreed').check()
  await page.getByRole('button', { name: 'Sign off the record' }).click()
  const meeting = await new MeetingPage(page, scene).isShown()
  await expect(meeting.said()).toHaveText('Signed off. Now give it to each parent.')
  await expect(meeting.card('What we agreed')).toContainText('Three words is enough')

  await meeting.follow('Give or record a copy')
  const given = (name: string) => page.getByRole('group', { name: `How did ${name} have their copy?` })
  await given('Farah Khan').getByLabel('Handed over').check()
  await given('Imran Khan').getByLabel('With a link we email now').check()
  await page.getByLabel('The MIS is updated').check()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await meeting.isShown()
  await expect(meeting.card('Copy of this record')).toContainText(
    /Farah Khan\s*Given Handed over, 20 November/,
  )
  await expect(meeting.card('Copy of this record')).toContainText(/The MIS is updated\s*Done/)

  // The father, on his own phone, without an account.
  const letter = async () =>
    (
      await look<{ body: string }>(
        'SELECT c.body FROM caught_mails c JOIN outbox_mails o ON o.school_id = c.school_id AND o.id = c.id WHERE c.school_id = $1',
        [school.id],
      )
    )[0]?.body ?? ''
  await expect.poll(letter, { timeout: 30_000 }).toContain('/record/')
  const link = new URL(/(https?:\/\/\S+\/record\/\S+)/.exec(await letter())?.[1] ?? '').pathname
  const phone = await browser.newContext({
    viewport: { width: 320, height: 640 },
    ...(baseURL && { baseURL }),
  })
  const his = await phone.newPage()
  await his.goto(link)
  await expect(his.locator('body')).not.toContainText(/Word list|Khan/)
  const [born] = await look<{ day: string }>('SELECT date_of_birth::text AS day FROM pupils WHERE id = $1', [
    pupil.id,
  ])
  const [year = '', month = '', day = ''] = born?.day.split('-') ?? []
  await his.getByLabel('Day').fill(day)
  await his.getByLabel('Month').fill(month)
  await his.getByLabel('Year').fill(year)
  expect(await accessibilityProblems(his)).toEqual([])
  await his.getByRole('button', { name: 'Read the record' }).click()
  await expect(his.getByText('Word list: 31 of 50')).toBeVisible()
  await phone.close()

  await meeting.follow('Amend the record')
  await record.write('Why is the record changed?', 'Farah asked for fewer words')
  await record.write('The parents', 'Three words at bedtime')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await meeting.isShown()
  await expect(meeting.card('Copy of this record')).toContainText(/Farah Khan\s*Not yet given/)
  await meeting.follow('Compare the 2 versions')
  await expect(page.getByText('It said: Five words at bedtime')).toBeVisible()
  await expect(page.getByText('It says: Three words at bedtime')).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])

  await signIn(mother.member ?? school.sencoMember)
  await page.goto(`/family/${pupil.id}/meetings/${scene.meeting.id}`)
  await expect(page.getByText('It says: Three words at bedtime')).toBeVisible()
  await page.getByRole('link', { name: /^Please explain ?: Activities and support$/ }).click()
  await expect(page.getByLabel('What is not clear?')).toHaveValue('support')
  await page.getByLabel('What would you like to know? (optional)').fill('Which four days?')
  await page.getByRole('button', { name: 'Please explain', exact: true }).click()
  await expect(page.getByRole('status').first()).toContainText('The school has your question')
  expect(await accessibilityProblems(page)).toEqual([])

  await signIn(school.sencoMember)
  await page.goto(`/schools/${school.slug}`)
  await page.getByRole('link', { name: 'Explain a line of the record of Amira Khan’s meeting' }).click()
  await page.getByLabel('What does it mean, in plain words?').fill('Monday to Thursday, before lunch')
  await page.getByRole('button', { name: 'Send the explanation' }).click()
  await expect(meeting.said()).toHaveText('The parent can read your answer.')

  await signIn(mother.member ?? school.sencoMember)
  await page.goto(`/family/${pupil.id}/meetings/${scene.meeting.id}`)
  await expect(page.getByText('Monday to Thursday, before lunch')).toBeVisible()
})

test('a no-show is said, its points wait, and another meeting is arranged; two people at once lose no text @desktop', async ({
  page,
  signIn,
  context,
}) => {
  const scene = await anAfternoon()
  await signIn(scene.school.sencoMember)
  const record = new RecordPage(page, scene)
  await record.open()
  await record.came('Farah Khan, mother').check()
  await record.pupilsPart('Views gathered beforehand')
  await record.write('Outcomes: how did each one go, and what next?', 'Hers, typed for long')
  await record.write('Activities and support', 'As it is')

  const other = await context.newPage()
  const meeting = new MeetingPage(other, scene)
  await meeting.open()
  await meeting.follow('Nobody came, or it was cancelled')
  await other.getByLabel('Nobody came').check()
  await other.getByRole('button', { name: 'Save' }).click()
  await meeting.isShown()
  await expect(meeting.panel()).toContainText('No parent came')
  await expect(other.getByRole('link', { name: 'Arrange another meeting' })).toBeVisible()

  await record.save('Record as held')
  await expect(page.locator('.govuk-error-summary')).toBeVisible()
  await expect(page.getByLabel('Outcomes: how did each one go, and what next?')).toHaveValue(
    'Hers, typed for long',
  )
  await meeting.open()
  await expect(meeting.panel()).toContainText('No parent came')
})
