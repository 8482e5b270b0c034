import { aClass, aContact, aPupil, aSchool, aTeacherOf } from '@/tests/factories'
import { AnyPage } from './pages/any-page'
import { ConcernPage, PupilPage } from './pages/pupil-pages'
import { memberOf } from './scenes'
import { expect, test } from './test'

/** A pupil of a class who is not on the register, with a teacher and a mother who can sign in. */
const aStory = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id, status: 'none' })
  const teacher = await aTeacherOf(school, ash, [pupil], { givenName: 'Nadia', familyName: 'Mensah' })
  const mother = await aContact(pupil, { withAccount: true })
  return { school, pupil, ash, teacher, mother }
}
type Story = Awaited<ReturnType<typeof aStory>>
type Browser = Parameters<Parameters<typeof test>[2]>[0]

const TITLE = 'A concern about Amira Khan'

async function raised({ page, signIn }: Pick<Browser, 'page' | 'signIn'>, story: Story) {
  await signIn(story.teacher)
  const form = await new ConcernPage(page, story).open()
  await form.choose('Whose concern is it?', 'My own, or another member of staff’s')
  await form.write('What is the concern?', 'She loses the line when she reads.')
  await form.press('Save the concern')
  await new PupilPage(page, story).isShown()
  await page.getByRole('link', { name: /^Open this concern/ }).click()
  const concern = await new AnyPage(page, '', TITLE).isShown()
  await concern.follow('Write down a strategy')
  const strategy = await new AnyPage(page, '', 'What is being tried for Amira').isShown()
  await strategy.write('What is being tried?', 'A ruler under the line')
  await strategy.day('Since when?', ['16', '11', '2026'])
  await strategy.press('Save the strategy')
  await expect(concern.saved()).toHaveText('The strategy was saved.')
  await page.getByRole('link', { name: /^Say what came of it/ }).click()
  const effect = await new AnyPage(page, '', 'What came of it').isShown()
  await effect.choose('What came of it?', 'It helped a little')
  await effect.press('Save')
  await expect(concern.card('What has been tried')).toContainText('It helped a little')
  return page.url().replace(/[?#].*$/, '')
}

test('a concern, a strategy, a decision of no, and the no is talked over @desktop @no-javascript', async ({
  page,
  signIn,
}) => {
  const story = await aStory()
  const address = await raised({ page, signIn }, story)
  await signIn(story.school.sencoMember)
  await page.goto(address)
  const concern = await new AnyPage(page, '', TITLE).isShown()
  await concern.choose('What was decided?', 'SEN support')
  await concern.choose('What does it rest on?', 'English as an additional language (not a reason by itself)')
  await concern.write('Why, and what was said to whoever raised it?', 'New to English.')
  await concern.press('Save the decision')
  await expect.poll(concern.problems).toEqual([expect.stringContaining('Code of Practice 6.24')])
  await concern.isShown()
  await concern.choose('What was decided?', 'Not SEN')
  await concern.press('Save the decision')
  await expect(concern.saved()).toHaveText('The decision was saved. Now talk it over with the family.')
  await expect(page.getByText(/is not talked over with a parent yet/)).toBeVisible()
  await page.getByRole('link', { name: /^Record that it was talked over/ }).click()
  const talk = await new AnyPage(page, '', 'Talked over: Not SEN').isShown()
  await talk.choose('With whom was it talked over?', 'Farah Khan, mother')
  await talk.choose('Were they given a note of the decision and the reason?', 'Yes')
  await talk.press('Save')
  await expect(concern.card('What was decided')).toContainText(
    'Talked over with Farah Khan on 20 November 2026. They have a note of it.',
  )
  await expect(page.getByText(/is not talked over with a parent yet/)).toHaveCount(0)
})

test('a concern, a decision of yes, and the early discussion is given to the mother @desktop @no-javascript', async ({
  page,
  signIn,
}) => {
  const story = await aStory()
  const address = await raised({ page, signIn }, story)
  await signIn(story.school.sencoMember)
  await page.goto(address)
  const concern = await new AnyPage(page, '', TITLE).isShown()
  await concern.choose('What was decided?', 'SEN support')
  await concern.choose('What does it rest on?', 'A diagnosis')
  await concern.write('Why, and what was said to whoever raised it?', 'A report of October says so.')
  await concern.press('Save the decision')
  const register = await new AnyPage(page, '', 'Put Amira Khan on SEN support').isShown()
  await expect(page.getByLabel('What shows it?')).toHaveValue('A report of October says so.')
  await register.select('Main need', { index: 1 })
  await register.press('Put on SEN support')
  const pupil = await new PupilPage(page, story).isShown()
  await expect(pupil.card('Still to do at the start')).toContainText(
    'The early discussion with pupil and parents is not written down',
  )
  await pupil
    .card('Still to do at the start')
    .getByRole('link', { name: 'Write down the early discussion' })
    .click()
  const form = await new AnyPage(page, '', 'Early discussion about Amira Khan').isShown()
  await form.write('Who was there?', 'Farah Khan, Nadia Mensah and Amira')
  await form.write('What does Amira do well?', 'Remembers every story')
  await form.write('What is hard?', 'Reading alone')
  await form.write('What concerns the parents?', 'She is tired of books')
  await form.write('What do you want to reach together?', 'Reads a page alone')
  await form.write('What happens next?', 'A sight test by December')
  await page.getByLabel(/^They were told about/).check()
  await form.press('Save the note')
  await expect(form.saved()).toHaveText('The note was saved. Now give it to the parents.')
  await form.follow('Record who has the note')
  const given = await new AnyPage(page, '', 'Who has the note about Amira Khan').isShown()
  await given.choose('How did Farah Khan have their copy?', 'Handed over')
  await given.press('Save')
  await expect(form.saved()).toHaveText('It was saved who has the note.')

  await signIn({ personId: story.mother.member?.personId ?? '' })
  await page.goto(`/family/${story.pupil.id}`)
  await page.getByRole('link', { name: 'Our talk on 20 November 2026' }).click()
  await new AnyPage(page, '', 'Our talk on 20 November 2026').isShown()
  await expect(page.getByText('A sight test by December')).toBeVisible()
})

test('a teacher checks the whole class and raises a concern from it in one step @phone @no-javascript', async ({
  page,
  signIn,
}) => {
  const story = await aStory()
  await signIn(story.teacher)
  const check = await new AnyPage(
    page,
    `/schools/${story.school.slug}/classes/${story.ash.id}/check`,
    `Progress of ${story.ash.name}`,
  ).open()
  await check.choose('Amira Khan', 'Less than expected')
  await page.getByText(/^Signs you see/).click()
  await page.getByLabel('The gap to others of the same age is growing').check()
  await check.press('Save the check')
  await expect(check.saved()).toHaveText('The check was saved.')
  await page.getByRole('link', { name: 'Raise a concern about Amira Khan' }).click()
  const form = await new AnyPage(page, '', 'Write down a concern about Amira Khan').isShown()
  await expect(page.getByLabel('The gap to others of the same age is growing')).toBeChecked()
  await form.write('What is the concern?', 'Falls behind in reading.')
  await form.press('Save the concern')
  await new PupilPage(page, story).isShown()
  await page.goto(check.path)
  await expect(check.card('What the last check found')).toContainText('somebody has raised a concern')
})

test('a parent tells the school of a worry from a phone, and reads the answer @phone @no-javascript', async ({
  page,
  signIn,
}) => {
  const school = await aSchool()
  const pupil = await aPupil(school, { status: 'none' })
  const mother = await aContact(pupil, { withAccount: true })
  await signIn(memberOf(mother))
  await page.goto(`/family/${pupil.id}`)
  await page.getByRole('link', { name: 'Tell the school about a worry' }).click()
  const worry = await new AnyPage(page, '', 'Tell the school what worries you about Amira').isShown()
  await worry.write('What worries you?', 'She hides her reading book.')
  await worry.press('Send to the school')
  await expect.poll(worry.problems).toEqual(['Select whether you would like to talk about it'])
  await worry.choose('Would you like to talk about it?', 'Yes, please get in touch with me')
  await worry.press('Send to the school')
  await expect(worry.saved()).toHaveText('The school has what you wrote.')
  await expect(worry.card('What you told us')).toContainText('The school has it since today, and will answer')
  await new AnyPage(page, '', 'Amira').isShown()

  await signIn(school.sencoMember)
  await page.goto(`/schools/${school.slug}`)
  const main = page.getByRole('main')
  await expect(main).toContainText('“She hides her reading book.” They would like to talk.')
  await main.getByRole('link', { name: 'Answer Farah Khan’s concern about Amira' }).click()
  const concern = await new AnyPage(page, '', TITLE).isShown()
  await concern.choose('What was decided?', 'Not SEN')
  await concern.choose('What does it rest on?', 'Not enough is known yet')
  await concern.write('Why, and what was said to whoever raised it?', 'Tom reads with her each day.')
  await concern.press('Save the decision')
  await expect(concern.saved()).toHaveText('The decision was saved. Now talk it over with the family.')

  await signIn(memberOf(mother))
  await page.goto(`/family/${pupil.id}`)
  await expect(worry.card('What you told us')).toContainText(
    /The school answered on 20 November 2026\s*Tom reads with her each day\./,
  )
})
