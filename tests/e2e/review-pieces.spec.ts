import { aDoNote, anOutcome, aProvision } from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'
import { ReviewPage } from './pages/cycle-pages'
import { sidewaysScroll } from './pages/page'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

const SENTENCES = [
  'Asks for help with her card in every lesson',
  'Writes five sentences with full stops',
  'Plays a game with two others at break',
]
const SUPPORT = ['Talking group', 'Writing frame', 'Lego club', 'A quiet start to the day']

/** A plan with four outcomes and five kinds of support, some of it measured and noted. */
async function aLongPlan() {
  const scene = await aPupilWithAPlan()
  const { school, pupil, teacher, assistant, cycle, outcome, provision } = scene
  for (const [place, willDo] of SENTENCES.entries()) await anOutcome(cycle, { willDo, position: place + 2 })
  for (const what of SUPPORT) await aProvision(cycle, [outcome], { what, deliveredById: assistant.id })
  for (const [day, value] of [
    ['2026-10-01', '14'],
    ['2026-10-15', '19'],
    ['2026-11-05', '27'],
  ] as const)
    await insert('measurements', {
      ...{ school_id: school.id, pupil_id: pupil.id, written_by_id: teacher.id, id: newId() },
      ...{ outcome_id: outcome.id, measured_on: day, value, form_key: newId() },
    })
  await aDoNote(cycle, assistant, { provisionId: provision.id, observation: 'Read the list twice.' })
  return { ...scene, provisions: 1 + SUPPORT.length }
}

test('a review of four outcomes and five kinds of support is written in pieces @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, pupil, cycle, teacher, outcome } = await aLongPlan()
  await signIn(teacher)
  const review = await new ReviewPage(page, { school, pupil, cycle }).open()
  const open = page.getByRole('navigation', { name: 'What is still open' })
  await expect(open.getByRole('listitem')).toHaveCount(4 + 5 + 3)
  // both names are filled in: one teacher answers for the plan, and there is one SENCO
  await expect(open).toContainText('1 of 12 parts are written')
  expect(await sidewaysScroll(page)).toBe(0)

  // the evidence stands in the part it is about
  const first = page.locator(`#outcome-${outcome.id}`)
  await expect(first.getByRole('img').first()).toBeVisible()
  await expect(page.getByText('Nothing was measured in this cycle.')).toHaveCount(3)

  await open.getByRole('link', { name: /^Support 2: / }).click()
  const support = page.getByRole('region', { name: 'Support 2: Talking group' })
  await support.getByLabel('Some difference').check()
  await support.getByLabel('Stop it').check()
  await support.getByRole('button', { name: /^Save so far ?: support 2$/ }).click()
  await expect(review.saved()).toContainText('It does not count as held')
  await expect(page).toHaveURL(/saved=draft&version=1#provision-/)
  await expect(open.getByRole('listitem').filter({ hasText: 'Talking group' })).toContainText(
    'In part. Still open: who gave it, whether they were trained, how well it was given, why',
  )

  await page
    .locator('#views')
    .getByLabel('What does Amira say about the help?', { exact: true })
    .fill('I like it.')
  await page.locator('#views').getByLabel('Or why their views could not be had').fill('Rang twice.')
  await page.getByRole('button', { name: /^Save so far ?: what they say$/ }).click()
  await expect(open.getByRole('listitem').filter({ hasText: 'What they say' })).toContainText('Written')
  await expect(open).toContainText('2 of 12 parts are written')
  // what was written before stands, and nothing counts as held
  await expect(support.getByLabel('Stop it')).toBeChecked()
  expect(await look(`SELECT 1 FROM reviews WHERE pupil_id = $1`, [pupil.id])).toEqual([])
})
