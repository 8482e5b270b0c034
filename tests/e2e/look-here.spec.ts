import { anAbsence } from '@/tests/factories/absence'
import { aPupilWithAPlan } from './scenes'
import { test } from './test'

test('look', async ({ page, signIn }) => {
  const { school, pupil, teacher, cycle, assistant } = await aPupilWithAPlan()
  await anAbsence(pupil, assistant, { from: '2026-11-02', until: '2026-11-04' })
  await anAbsence(pupil, assistant, { from: '2026-11-18' })
  await signIn(school.sencoMember)
  const at = async (path: string, name: string) => {
    await page.goto(`/schools/${school.slug}${path}`)
    await page.screenshot({ path: `/tmp/sb-${name}-${page.viewportSize()?.width}.png`, fullPage: true })
  }
  await at('', 'today')
  await at(`/pupils/${pupil.id}`, 'pupil')
  await at(`/pupils/${pupil.id}/absences`, 'absences')
  await at(`/pupils/${pupil.id}/people`, 'people')
  await at(`/people/${teacher.id}`, 'person')
  await at('/settings', 'settings')
  await at(`/pupils/${pupil.id}/cycles/${cycle.id}/do`, 'do')
})
