import { aContact, aDoNote, aMeeting } from '@/tests/factories'
import { ChildPage, FamilyCopyPage } from './pages/family-pages'
import { aPupilWithAPlan, memberOf } from './scenes'
import { expect, test } from './test'

/** A child whose parents live apart: the mother came to the meeting, and both can sign in. */
const twoParents = async () => {
  const scene = await aPupilWithAPlan()
  const { pupil, mother, teacher, cycle } = scene
  const father = await aContact(pupil, { fullName: 'Imran Khan', relationship: 'Father', withAccount: true })
  const held = await aMeeting(pupil, { parents: [mother], ledById: teacher.id, withRecord: true })
  await aMeeting(pupil, { status: 'booked', heldOn: '2026-12-03', parents: [mother], ledById: teacher.id })
  await aDoNote(cycle, teacher, { observation: 'Read a whole page.', shared: true })
  await aDoNote(cycle, teacher, { observation: 'For staff alone.', happenedOn: '2026-11-17' })
  return { ...scene, father, held }
}

test('a parent reads the plan, the review date and the meetings, and keeps a copy @phone @no-javascript', async ({
  page,
  signIn,
}) => {
  const { pupil, mother } = await twoParents()
  await signIn(memberOf(mother))
  await page.goto('/')
  const child = await new ChildPage(page, pupil).isShown()
  await expect(page).toHaveURL(new RegExp(`${child.path}$`))
  await expect(page.getByText('We look at this plan again with you by 4 December 2026.')).toBeVisible()
  await expect(
    page.getByRole('heading', { name: 'Amira will read 40 of the 50 words on her list aloud' }),
  ).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Thursday 3 December 2026')
  await expect(page.getByRole('main')).toContainText('1 of 3')
  await expect(page.getByText('Read a whole page.')).toBeVisible()
  await expect(page.getByText('For staff alone.')).toHaveCount(0)

  await child.follow('Read what was agreed on 14 October')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meeting on 14 October 2026')
  await expect(page.getByText('Carry on with the word list.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to Amira' }).click()
  await child.follow('See the whole plan, or keep a copy')
  await new FamilyCopyPage(page, pupil).isShown()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByText('To print, use Print in the menu')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a family’s pages are easy on the eye at night @phone', async ({ page, signIn }) => {
  const { pupil, mother } = await twoParents()
  await signIn(memberOf(mother))
  await page.emulateMedia({ colorScheme: 'dark' })
  await new ChildPage(page, pupil).open()
  await new FamilyCopyPage(page, pupil).open()
})

test('a parent who lives apart reads the plan, and nothing of the other’s meeting @phone', async ({
  page,
  signIn,
}) => {
  const { pupil, father, held } = await twoParents()
  await signIn(memberOf(father))
  await new ChildPage(page, pupil).open()
  await expect(page.getByText('We look at this plan again with you by 4 December 2026.')).toBeVisible()
  await expect(page.getByText('Farah')).toHaveCount(0)
  await expect(page.getByText('3 December 2026')).toHaveCount(0)
  await expect(page.getByRole('link', { name: /Read what was agreed/ })).toHaveCount(0)
  expect((await page.goto(`/family/${pupil.id}/meetings/${held.id}`))?.status()).toBe(404)
})

test('a parent who is restricted finds nothing, and is told of no child and no school @phone @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, pupil, held } = await twoParents()
  const restricted = await aContact(pupil, {
    fullName: 'Omar Khan',
    restrictedFrom: '2026-09-01',
    withAccount: true,
  })
  await signIn(memberOf(restricted))
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here for you to read')
  for (const word of [pupil.givenName, school.name]) await expect(page.getByText(word)).toHaveCount(0)
  for (const below of ['', '/plan', '/help', `/meetings/${held.id}`])
    expect((await page.goto(`/family/${pupil.id}${below}`))?.status(), below).toBe(404)
})

test('a parent is not let into the pages of staff @desktop', async ({ page, signIn }) => {
  const { school, pupil, cycle, mother } = await twoParents()
  await signIn(memberOf(mother))
  for (const below of [
    '',
    '/sen-register',
    `/pupils/${pupil.id}`,
    `/pupils/${pupil.id}/cycles/${cycle.id}/do`,
  ])
    expect((await page.goto(`/schools/${school.slug}${below}`))?.status(), below).toBe(404)
})
