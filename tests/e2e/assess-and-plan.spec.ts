import { aPdf } from '@/tests/factories/files'
import { insert, newId } from '@/tests/factories/insert'
import { AnyPage } from './pages/any-page'
import { aPupilWithAPlan, memberOf } from './scenes'
import { aSuggestion } from './suggestion-scene'
import { expect, test } from './test'

test('a report hangs on its source, and what the mother suggests is answered where the plan is @desktop', async ({
  page,
  signIn,
}) => {
  const { school, pupil, cycle, mother, teacher } = await aPupilWithAPlan()
  await insert('assessment_sources', {
    ...{ school_id: school.id, id: newId(), pupil_id: pupil.id, cycle_id: cycle.id, kind: 'pupil' },
    ...{ said_by: 'Amira', said_on: '2026-09-09', words: 'I drew it', written_by_id: teacher.id },
    shared_at: '2026-09-14T10:00:00Z',
  })
  await aSuggestion(cycle, mother, teacher)
  const base = `/schools/${school.slug}/pupils/${pupil.id}/cycles/${cycle.id}`
  await signIn(teacher)
  const assess = await new AnyPage(page, `${base}/assess`, 'Assess').open()
  await assess.follow('No files with what Amira said')
  await page.getByLabel('What does it show?').fill('Her drawing')
  await page
    .getByLabel('Photo or file')
    .setInputFiles({ name: 'drawing.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf()) })
  await page.getByRole('button', { name: 'Attach' }).click()
  await expect(page.locator('p.govuk-inset-text')).toContainText('The file is attached')
  await assess.follow('Back to Assess')
  await expect(page.getByRole('link', { name: '1 file with what Amira said' })).toBeVisible()

  const plan = await new AnyPage(page, `${base}/plan`, 'Plan').open()
  await expect(plan.card('What the parents think would help')).toContainText('Not answered yet')
  await plan.follow(/^Answer it/)
  await plan.choose('What is the answer?', 'Not now')
  await plan.press('Save the answer')
  await expect.poll(plan.problems).toEqual(['Enter why, so that the parent can read it'])
  await plan.write('What do you say to the parent?', 'The library is full until Easter; we look again then.')
  await plan.press('Save the answer')
  await expect(plan.saved()).toContainText('Saved the answer')

  await signIn(memberOf(mother))
  await page.goto(`/family/${pupil.id}`)
  await expect(page.getByRole('main')).toContainText('A quiet place after break')
  await expect(page.getByRole('main')).toContainText('The library is full until Easter')
  await expect(page.getByRole('link', { name: 'Her drawing' })).toBeVisible()
})
