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

test('a round is planned from choosing pupils to meetings with invited families', async ({
  page,
  signIn,
}) => {
  test.setTimeout(120_000)
  const { school, schoolClass } = await aClassToMeet()
  await signIn(school.sencoMember)
  await page.goto(`/schools/${school.slug}/parent-meetings`)
  await page.getByRole('link', { name: 'Plan many at once: meeting rounds' }).click()
  await page.getByRole('link', { name: 'Start a round' }).click()

  await page.getByLabel('Name of the round').fill('Winter round')
  await page.getByLabel('One class').check()
  await page.getByLabel('Class, if one class').selectOption({ label: `${schoolClass.name}, 3 pupils` })
  await page.getByRole('button', { name: 'Start the round' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Winter round')

  // Without rooms nothing has a place, and it says so.
  await page.getByRole('button', { name: 'Propose a timetable' }).click()
  await expect(page.getByRole('heading', { name: 'Without a place, 3' })).toBeVisible()
  await expect(page.getByText('No rooms are named. Add the rooms that can be used.').first()).toBeVisible()
  await page.getByRole('link', { name: 'Change rooms' }).click()
  await page.getByLabel('Rooms').fill('Library, Main building, 6\nHut, Annexe, 4')
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
  await page.getByRole('button', { name: 'Publish the round' }).click()
  await expect(page.getByRole('status').first()).toHaveText('The round is published.')
  const booked = await bookedOf(school.id)
  expect(booked).toHaveLength(3)
  expect(booked.every(({ place }) => /^(Library, Main building|Hut, Annexe)$/.test(place))).toBe(true)
  await expect(page.getByRole('row', { name: /^Owen Bell/ })).toContainText('Invited, no answer yet')
  await page
    .getByRole('row', { name: /^Owen Bell/ })
    .getByRole('link', { name: 'Owen Bell' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meeting about Owen Bell')
})
