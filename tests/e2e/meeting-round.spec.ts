import { aContact, aPupil } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { accessibilityProblems } from './pages/page'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

const bookedOf = (schoolId: string) =>
  look<{ id: string; pupil_id: string; held_on: string; place: string }>(
    `SELECT id, pupil_id, held_on::text, place FROM parent_meetings WHERE school_id = $1 AND status = 'booked' ORDER BY held_on, at`,
    [schoolId],
  )

/** A class with a teacher: two siblings and one more, each with a parent. */
async function aClassToMeet() {
  const scene = await aPupilWithAPlan()
  const { school, schoolClass, mother } = scene
  await look('UPDATE contacts SET email = $2 WHERE id = $1', [mother.id, 'farah@home.example'])
  const sister = await aPupil(school, { givenName: 'Noor', familyName: 'Khan', classId: schoolClass.id })
  await aContact(sister, { contactId: mother.id })
  const other = await aPupil(school, { givenName: 'Owen', familyName: 'Bell', classId: schoolClass.id })
  await aContact(other, { fullName: 'Jo Bell', email: 'jo@home.example' })
  return { ...scene, sister, other }
}

/** The link in the letter that the service sends by itself to this address. */
async function letterTo(schoolId: string, address: string): Promise<string> {
  const found = () =>
    look<{ body: string }>('SELECT body FROM caught_mails WHERE school_id = $1 AND sent_to = $2', [
      schoolId,
      address,
    ])
  await expect.poll(async () => (await found()).length, { timeout: 30_000 }).toBe(1)
  const [letter] = await found()
  return new URL(/(https?:\/\/\S+\/choose-time\/\S+)/.exec(letter?.body ?? '')?.[1] ?? '').pathname
}

test('a round is planned from choosing pupils to a family that chooses on a phone, and the meeting held @desktop', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const { school, schoolClass, other } = await aClassToMeet()
  await signIn(school.sencoMember)
  await page.goto(`/schools/${school.slug}/parent-meetings`)
  await page.getByRole('link', { name: 'Plan many at once: meeting rounds' }).click()
  await page.getByRole('link', { name: 'Start a round' }).click()

  await page.getByLabel('Name of the round').fill('Winter round')
  await page.getByRole('radio', { name: 'One class' }).check()
  await page.getByLabel('Class, if one class').selectOption({ label: `${schoolClass.name}, 3 pupils` })
  await page.getByRole('button', { name: 'Start the round' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Winter round')

  // Without rooms nothing has a place, and it says so.
  await page.getByRole('button', { name: 'Propose a timetable' }).click()
  await expect(page.getByRole('heading', { name: 'Without a place, 3' })).toBeVisible()
  await expect(page.getByText('No rooms are named. Add the rooms that can be used.').first()).toBeVisible()
  await page.getByRole('link', { name: 'Change rooms' }).click()
  await page.getByLabel('Rooms', { exact: true }).fill('Library, Main building, 6\nHut, Annexe, 4')
  await page.getByRole('button', { name: 'Save the rooms' }).click()
  await page.getByRole('button', { name: 'Propose again' }).click()
  await expect(page.getByRole('status').first()).toHaveText('A timetable is proposed.')
  expect(await accessibilityProblems(page)).toEqual([])
  const sister = page.getByRole('row', { name: /^Noor Khan/ })
  await expect(sister).toContainText('same family as Amira')
  await page.getByRole('link', { name: 'See it by teacher' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'The timetable by teacher' })).toBeVisible()

  // Moved by hand to a time the teacher is not there: said plainly, and nothing changes.
  await page.getByRole('link', { name: 'Owen Bell' }).click()
  await page.getByLabel('Time', { exact: true }).fill('8am')
  await page.getByRole('button', { name: 'Put it there' }).click()
  await expect(page.getByRole('link', { name: /is not there then$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Keep it where it is' }).click()
  await expect(page.getByRole('row', { name: /^Owen Bell/ })).toContainText('Stays here')

  await page.getByRole('link', { name: 'Publish the round' }).click()
  await page.getByLabel('Let each family choose among the times that are free').check()
  await page.getByLabel('Last day to choose, if families choose').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Publish the round' }).click()
  await expect(page.getByRole('status').first()).toHaveText('The round is published.')
  await expect(page.getByRole('row', { name: /^Owen Bell/ })).toContainText(
    'The family has not chosen a time yet',
  )
  expect(await bookedOf(school.id)).toHaveLength(0)
  const round = page.url().replace(/\?.*/, '')

  // A parent’s own phone: no session, no account.
  const link = await letterTo(school.id, 'jo@home.example')
  const phone = await browser.newContext({
    viewport: { width: 320, height: 640 },
    ...(baseURL && { baseURL }),
  })
  const parent = await phone.newPage()
  await parent.goto(link)
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText('Meeting about Owen')
  await expect(parent.locator('body')).not.toContainText(/Bell|Oak Tree|Mensah/)
  expect(await accessibilityProblems(parent)).toEqual([])
  await parent.getByRole('button', { name: 'Take this time' }).click()
  await expect(parent.getByRole('link', { name: 'Select a time' })).toBeVisible()
  await parent.getByLabel('Which time suits you?').selectOption({ index: 2 })
  await parent.getByRole('button', { name: 'Take this time' }).click()
  await expect(parent.getByRole('status').first()).toHaveText('Thank you. The school has the time you chose.')
  await phone.close()

  await page.goto(round)
  await expect(page.getByRole('row', { name: /^Owen Bell/ })).toContainText('Will come')
  await page.getByRole('button', { name: 'Fix the times of the others' }).click()
  await expect(page.getByRole('status').first()).toHaveText(
    'The meetings are arranged, and the families invited.',
  )
  const booked = await bookedOf(school.id)
  expect(booked).toHaveLength(3)
  expect(booked.every(({ place }) => /^(Library, Main building|Hut, Annexe)$/.test(place))).toBe(true)

  // The day of the meeting comes; the clock of the test stands still.
  await look(`UPDATE parent_meetings SET held_on = '2026-11-19' WHERE pupil_id = $1`, [other.id])
  await page.reload()
  const line = page.getByRole('row', { name: /^Owen Bell/ })
  await expect(line).toContainText('Its day has passed: held or not?')
  await line.getByRole('link', { name: 'Owen Bell', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meeting about Owen Bell')
  await page.goto(`${page.url()}/record`)
  await page.getByLabel('Jo Bell, mother').check()
  await page.getByLabel('Came for part of it').check()
  await page.getByRole('button', { name: 'Record as held' }).click()
  await expect(page.getByRole('status').first()).toContainText('Recorded as held')
  await page.goto(round)
  await expect(line).toContainText('Held, no record yet')

  // The record is written, read back, signed and given: the round has nothing left to ask for this meeting.
  await line.getByRole('link', { name: /^Write the record/ }).click()
  await page.getByLabel('Outcomes: how did each one go, and what next?').fill('Owen reads alone')
  await page.getByLabel('Activities and support').fill('Twice a week')
  await page.getByRole('button', { name: 'Save and read it back' }).click()
  for (const who of ['Jo Bell', 'Owen'])
    await page
      .getByRole('group', { name: `What did ${who} say when it was read back?` })
      .getByLabel('Read back and agreed')
      .check()
  await page.getByRole('button', { name: 'Sign off the record' }).click()
  await page.getByRole('link', { name: 'Give or record a copy' }).click()
  await page
    .getByRole('group', { name: 'How did Jo Bell have their copy?' })
    .getByLabel('Handed over')
    .check()
  await page.getByLabel('The MIS is updated').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meeting about Owen Bell')
  await page.goto(round)
  await expect(line).not.toContainText('no record yet')
  await expect(page.getByRole('link', { name: /^1\s*with the record given/ })).toBeVisible()
})
