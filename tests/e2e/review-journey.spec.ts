import { aContact, aCycle, anOutcome, aProvision, aPupil, auditOf } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { AnyPage } from './pages/any-page'
import { ReviewPage } from './pages/cycle-pages'
import { pupilPath } from './pages/pupil-pages'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

// The clock of these tests stands at 20 November 2026, 9am.
const better = {
  went: 'As expected',
  now: '40 words',
  shows: 'The Friday list.',
  getting: 'Improving',
  becomes: 'Achieved',
}

test('a review that is late: another day noted, a draft kept, why asked, and late for ever @desktop @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, pupil, cycle, teacher } = await aPupilWithAPlan()
  await look(`UPDATE cycles SET review_due = '2026-11-01' WHERE id = $1 RETURNING id`, [cycle.id])
  await signIn(teacher)
  const review = await new ReviewPage(page, { school, pupil, cycle }).open()
  await expect(page.getByText('Overdue by 19 days')).toBeVisible()

  await review.follow('Note when it is expected')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'When is the review of Amira Khan expected?',
  )
  await review.day('Expected on', ['27', '11', '2026'])
  await review.write('Why?', 'Her father is away')
  await review.press('Save')
  await expect(review.saved()).toContainText('The agreed date goes on to count')
  await expect(page.getByText('Expected on 27 November 2026 now.')).toBeVisible()
  await expect(page.getByText('Overdue by 19 days')).toBeVisible()

  await review.rate('Amira', {
    ...better,
    went: 'Less than expected',
    becomes: 'Continues in the next cycle',
  })
  await review.write('What does Amira say about the help?', 'I like the comics.')
  await review.saveDraft()
  await expect(review.saved()).toContainText('It does not count as held')
  await expect(page.getByLabel('What does Amira say about the help?', { exact: true })).toHaveValue(
    'I like the comics.',
  )
  await expect(page.getByText('Draft, saved by Nadia Mensah')).toBeVisible()
  expect(await look(`SELECT 1 FROM reviews WHERE pupil_id = $1`, [pupil.id])).toEqual([])

  await review.weigh({ works: 'Some difference', becomes: 'Adjust it', why: 'Shorter, and more often.' })
  await review.write('What does Amira want to happen next?', 'More comics.')
  await review.write('Or why their views could not be had', 'Rang twice, no answer.')
  await review.day('If there was no answer: first invited on', ['2', '11', '2026'])
  await review.day('Invited again on', ['9', '11', '2026'])
  await review.choose('What was decided?', 'Change the support')
  await review.write('Why was it decided?', 'It works when it happens.')
  await review.day('Next review date', ['26', '2', '2027'])
  await review.record()
  await expect
    .poll(review.problems)
    .toEqual(['Enter why it is below expected, or tick that it is not known yet'])
  await review.write('If it is below expected: why?', 'Half the sessions fell away.')
  await review.record()
  await expect(review.saved()).toContainText('The review is recorded')
  await review.isShown()
  await expect(page.getByText('Reviewed 19 days late')).toBeVisible()
  await expect(page.getByText('Why it is below expected: Half the sessions fell away.')).toBeVisible()
  await expect(page.getByText('Signed off by Nadia Mensah and Ruth Adeyemi.')).toBeVisible()
  await expect(page.getByText('Invited on 2 November 2026 and 9 November 2026')).toBeVisible()
})

test('step-down: SEN support ends, the parents are told, and the watch is checked @desktop', async ({
  page,
  signIn,
}) => {
  const { school, pupil, cycle, teacher } = await aPupilWithAPlan()
  const where = { school, pupil, cycle }
  await signIn(teacher)
  const review = await new ReviewPage(page, where).open()
  await review.rate('Amira', better)
  await review.weigh({ works: 'A clear difference', becomes: 'Stop it', why: 'No longer needed.' })
  await review.write('What does Amira say about the help?', 'I can do it now.')
  await review.write('What does Amira want to happen next?', 'Read with my table.')
  await review.write('What do the parents say?', 'She reads every evening.')
  await review.write('What do the parents want to happen next?', 'To try without.')
  await review.choose('What was decided?', 'SEN support is no longer needed')
  await review.write('Why was it decided?', 'She reads with her table.')
  await review.record()
  await expect(page.locator('.govuk-error-summary')).toContainText('save this as a draft')
  await review.saveDraft()
  await expect(review.saved()).toContainText('Saved as a draft')

  await signIn(school.sencoMember)
  await review.open()
  await expect(page.getByLabel('Why was it decided?')).toHaveValue('She reads with her table.')
  await review.record()
  await expect(review.saved()).toContainText('SEN support has ended')
  expect(await auditOf(school)).toContain('sen-support.ended')

  const home = await new AnyPage(page, pupilPath(where), 'Amira Khan').open()
  const watch = home.card('Since SEN support ended')
  await expect(watch).toContainText('Watched until 21 July 2027')
  await expect(watch).toContainText('Farah Khan: Not told')
  await home.follow('Record who was told that it ended')
  await home.choose('How?', 'By phone')
  await home.day('On which day?', ['20', '11', '2026'])
  await home.press('Save')
  await expect(home.card('Since SEN support ended')).toContainText('told on 20 November 2026')
  await new AnyPage(page, `/schools/${school.slug}`, 'Good morning, Ruth').open()
  await expect(page.getByText('that SEN support ended')).toHaveCount(0)
})

test('a review round: each pupil’s words are kept as their own, and finished one by one @phone @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, schoolClass, pupil, cycle, teacher, assistant } = await aPupilWithAPlan()
  await look(`UPDATE cycles SET review_due = '2026-11-13' WHERE id = $1 RETURNING id`, [cycle.id])
  for (const givenName of ['Ben', 'Cara']) {
    const other = await aPupil(school, { givenName, familyName: 'Lowe', classId: schoolClass.id })
    await aContact(other, { fullName: `Rose ${givenName}` })
    const plan = await aCycle(other, { reviewDue: '2026-11-27', responsibleId: teacher.id })
    const outcome = await anOutcome(plan, { willDo: `${givenName} will read the list` })
    await aProvision(plan, [outcome], { deliveredById: assistant.id })
  }
  await signIn(teacher)
  await page.goto(`/schools/${school.slug}`)
  await page.getByRole('link', { name: 'Write the 3 reviews that are due in one round' }).click()
  const round = await new AnyPage(page, `/schools/${school.slug}/review-round`, 'Review round').isShown()
  await expect(page.getByRole('heading', { level: 2 })).toContainText(['Amira Khan', 'Ben Lowe', 'Cara Lowe'])

  await round.select('How did outcome 1 of Amira go?', 'More than expected')
  await round.write('What shows it, for outcome 1 of Amira?', 'Friday list')
  await round.write('What does Amira Khan say?', 'I like the comics.')
  await round.write('What do the parents of Ben Lowe say?', 'He reads to the dog.')
  await round.select('What happens next for Cara?', 'Carry on with the same support')
  await round.press('Save all as drafts')
  await expect(round.saved()).toContainText('None of them counts as held yet')
  await expect(page.getByLabel('What does Amira Khan say?', { exact: true })).toHaveValue(
    'I like the comics.',
  )
  await expect(page.getByLabel('What do the parents of Ben Lowe say?', { exact: true })).toHaveValue(
    'He reads to the dog.',
  )
  await expect(round.card('Amira Khan')).toContainText('2 of 4 parts written, last saved by Nadia Mensah')
  expect(await look(`SELECT 1 FROM reviews WHERE school_id = $1`, [school.id])).toEqual([])

  await round.follow('Finish Amira Khan’s review')
  const review = await new ReviewPage(page, { school, pupil, cycle }).isShown()
  await expect(page.getByLabel('What does Amira say about the help?', { exact: true })).toHaveValue(
    'I like the comics.',
  )
  await review.rate('Amira', { ...better, went: 'More than expected' })
  await review.weigh({ works: 'A clear difference', becomes: 'Continue as it is', why: 'It works.' })
  await review.write('What does Amira want to happen next?', 'More comics.')
  await review.write('What do the parents say?', 'Good.')
  await review.write('What do the parents want to happen next?', 'Go on.')
  await review.choose('What was decided?', 'Carry on with the same support')
  await review.write('Why was it decided?', 'It works.')
  await review.day('Next review date', ['26', '2', '2027'])
  await review.record()
  await expect(review.saved()).toContainText('The review is recorded')
  await round.open()
  await expect(page.getByRole('heading', { level: 2 })).toContainText(['Ben Lowe', 'Cara Lowe'])
})
