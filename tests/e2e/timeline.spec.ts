import { insert, newId } from '@/tests/factories/insert'
import { everyScene } from './every-scene'
import { AnyPage } from './pages/any-page'
import { PupilPage, pupilPath } from './pages/pupil-pages'
import { expect, test } from './test'

test('the timeline tells everything by its day, and only what is asked for @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, members, ids } = await everyScene()
  await signIn(members.teacher)
  const base = `/schools/${school.slug}/pupils/${ids.plan.pupilId}`
  const timeline = await new AnyPage(page, `${base}/timeline`, 'Timeline of Amira Khan').open()
  const days = page.locator('.timeline-day')
  await expect(days.first().getByRole('heading')).toHaveText('Thursday 3 December 2026 (still to come)')
  await expect(days.filter({ hasText: 'Do notes in the week' }).first()).toBeVisible()

  await page.goto(`${base}/timeline?kind=concern`)
  await expect(
    page.locator('.timeline-day', { hasText: 'Concern raised by a parent or carer' }),
  ).toBeVisible()
  await expect(days.getByText('Parent meetings')).toHaveCount(0)
  await timeline.isShown()
  await page.getByRole('link', { name: 'Concern raised by a parent or carer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A concern about Amira Khan')

  await page.goto(`${base}/timeline?year=2025`)
  await expect(days.getByText('SEN support began')).toBeVisible()
  await timeline.isShown()
})

test('folded lines of a week are read on paper @desktop', async ({ page, signIn }) => {
  const { school, members, ids } = await everyScene()
  await signIn(members.teacher)
  const base = { school, pupil: { id: ids.plan.pupilId, givenName: 'Amira', familyName: 'Khan' } }
  const own = { school_id: school.id, pupil_id: ids.plan.pupilId, cycle_id: ids.plan.cycleId }
  for (const day of ['09', '10', '11', '12'])
    await insert('do_notes', {
      ...own,
      id: newId(),
      happened_on: `2026-11-${day}`,
      delivered: 'given',
      observation: `Seen on the ${day}th`,
      written_by_id: members.teacher.id,
      form_key: newId(),
    })
  await page.goto(`${pupilPath(base)}/timeline`)
  const line = page.getByText('Seen on the 09th')
  await expect(line).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(line).toBeVisible()
})

test('a teacher sees in one line what others have changed, and follows it @desktop', async ({
  page,
  signIn,
}) => {
  const { school, members, ids } = await everyScene()
  const pupil = { id: ids.plan.pupilId, givenName: 'Amira', familyName: 'Khan' }
  const act = (who: { id: string }, action: string, at: string, details: string | null = null) =>
    insert('audit_entries', {
      school_id: school.id,
      id: newId(),
      membership_id: who.id,
      action,
      subject_id: pupil.id,
      pupil_id: pupil.id,
      details,
      recorded_at: at,
    })
  await act(members.teacher, 'pupil.opened', '2026-11-03T10:42:00Z', '{"page":"pupil"}')
  await act(members.assistant, 'do-note.written', '2026-11-04T10:00:00Z')
  await act(members.teacher, 'do-note.written', '2026-11-04T11:00:00Z')
  await act(members.senco, 'review.recorded', '2026-11-05T10:00:00Z')
  await signIn(members.teacher)
  await new PupilPage(page, { school, pupil }).open()
  const since = page.locator('.since')
  await expect(since).toHaveText(
    'Since you last looked on 3 November at 10:42am: 1 in Do notes, 1 in Reviews. See what has changed Timeline of everything',
  )
  await since.getByRole('link', { name: 'See what has changed' }).click()
  await new AnyPage(page, '', 'What has changed for Amira Khan').isShown()
  await expect(page.locator('.timeline-day').getByRole('listitem')).toHaveText([
    'Ruth Adeyemi recorded the review',
    'Joan Pickering wrote a Do note',
  ])
  await page.reload()
  await expect(page.locator('.timeline-day')).toHaveCount(2)
})
