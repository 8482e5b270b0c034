import { aContact, aMeeting, aPupil, aSchool } from '@/tests/factories'
import { accessibilityProblems } from './pages/page'
import { expect, test } from './test'

/** Amira was met once, by phone; Ben never; on 20 November nobody is behind yet. */
async function twoPupils() {
  const school = await aSchool()
  const amira = await aPupil(school)
  const ben = await aPupil(school, { givenName: 'Ben', familyName: 'Okoro' })
  const mother = await aContact(amira)
  const meeting = { parents: [mother], ledById: school.sencoMember.id }
  await aMeeting(amira, { ...meeting, heldOn: '2026-10-14', format: 'phone' })
  await aMeeting(amira, { ...meeting, heldOn: '2026-11-14', status: 'no-show' })
  return { school, amira, ben }
}

test('from a meter to its explanation, the examples, the forecast with what if, and settings seen before they are saved @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school } = await twoPupils()
  const main = page.getByRole('main')
  // What axe finds is the same without JavaScript, where it has less to stand on.
  const looksRight = async () => {
    if (test.info().project.name === 'no-javascript') return
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  }
  await signIn(school.sencoMember)

  await page.goto(`/schools/${school.slug}/sen-register`)
  await page.getByRole('link', { name: '1 of 3' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How Amira’s meetings are counted')
  await expect(main).toContainText('First: 14 October 2026, by phone. Farah Khan came; Ruth Adeyemi led.')
  await expect(main).toContainText('Second: due by 11 March 2027.')
  await expect(main).toContainText('14 November 2026 does not count: no parent came.')
  await expect(main).toContainText(
    'Two more meetings are needed, the next by 11 March. The last school day to begin is 20 July 2027.',
  )
  await looksRight()

  await page.getByRole('link', { name: 'How meetings are counted, with examples' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How meetings are counted')
  await expect(page.locator('.examples > section')).toHaveCount(21)
  const example = (heading: RegExp) =>
    page.locator('.examples > section').filter({ has: page.getByRole('heading', { name: heading }) })
  await expect(example(/^2\. /)).toContainText('On 5 December 2026: 0 of 3 At risk')
  await expect(example(/^17\. /)).toContainText('Part of a round that counts once.')
  await expect(example(/^18\. /)).toContainText(
    '12:30am at school, on 1 September 2026: counts in 2026 to 2027',
  )
  await expect(example(/^21\. /)).toContainText('Reviewed 19 days late, for ever.')
  await looksRight()

  await page.goto(`/schools/${school.slug}/forecast`)
  await main.getByLabel('The pupils ticked below').check()
  await main.getByLabel('Okoro, Ben').check()
  await main.getByLabel('Held by').selectOption('2026-12-04')
  await main.getByRole('button', { name: 'Show what would come of it' }).click()
  await expect(main).toContainText(
    'If you hold this one and what is booked by 4 December, nobody remains below.',
  )
  await expect(main).toContainText('Without them it would be 1.')
  await looksRight()

  await page.goto(`/schools/${school.slug}/settings`)
  await page.getByRole('link', { name: 'How meetings are counted' }).click()
  await main.getByLabel('A meeting by phone counts').uncheck()
  await main.getByLabel(/^School days before the end of term/).fill('25')
  await main.getByRole('button', { name: 'Show what would change' }).click()
  await expect(main).toContainText('2 pupils of 2 would stand in another state today.')
  await expect(main).toContainText('2 pupils would become At risk, who are On track today.')
  await looksRight()
  await main.getByRole('button', { name: 'Save it from today' }).click()
  await expect(page.getByRole('status').first()).toHaveText('How meetings are counted is saved.')
  await expect(main).toContainText('From 20 November 2026, set by Ruth Adeyemi on 20 November 2026')
  await page.goto(`/schools/${school.slug}/sen-register`)
  await expect(page.getByRole('link', { name: '0 of 3' })).toHaveCount(2)
})
