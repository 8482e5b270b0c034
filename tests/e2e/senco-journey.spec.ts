import { aContact, aPupil, aSchool, auditOf } from '@/tests/factories'
import {
  AssessPage,
  DoPage,
  OutcomePage,
  PlanPage,
  ProvisionPage,
  ReviewPage,
  StartCyclePage,
} from './pages/cycle-pages'
import { ParentToldPage, PupilPage } from './pages/pupil-pages'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

const givenName = 'Amira'

test('a SENCO tells a parent, assesses, and brings a plan into force once nothing is missing @desktop', async ({
  page,
  signIn,
}) => {
  const school = await aSchool()
  const pupil = await aPupil(school)
  await aContact(pupil)
  await signIn(school.sencoMember)
  const home = await new PupilPage(page, { school, pupil }).open()

  await expect(home.card('Parents told of SEN support')).toContainText('Not told')
  await home.follow('Record who was told')
  const told = await new ParentToldPage(page, { school, pupil }).isShown()
  await told.record({ how: 'By letter', on: ['31', '2', '2026'] })
  await expect.poll(told.problems).toEqual(['The day they were told must be a real date'])
  await told.record({ on: ['16', '11', '2026'] })
  await expect(home.saved()).toHaveText('It was recorded who was told.')
  await expect(home.card('Parents told of SEN support')).toContainText('16 November 2026, by letter')

  await home.follow('Start cycle 1')
  await new StartCyclePage(page).isShown()
  await home.press('Start the cycle')
  const assess = await new AssessPage(page).isShown()
  await assess.addSource({
    kind: 'The teacher’s assessment and experience of the pupil',
    saidBy: 'Nadia Mensah, class teacher',
    on: ['12', '11', '2026'],
    words: 'Reads single words, loses the line.',
  })
  await assess.saveParentViews({
    givenName,
    said: 'She reads comics with her brother.',
    whose: 'Farah Khan, mother',
    on: ['16', '11', '2026'],
  })
  await assess.savePupilViews({
    givenName,
    said: 'I like stories.',
    how: 'In a talk',
    on: ['17', '11', '2026'],
  })
  await assess.saveSummary({
    givenName,
    well: 'Listens well.',
    barriers: 'Small print.',
    need: 'To read words at sight.',
  })
  await assess.isShown()
  await assess.press('Go to the plan')

  const plan = await new PlanPage(page).isShown()
  await plan.activate()
  await expect
    .poll(plan.problems)
    .toEqual([
      'Add at least one outcome (6.48)',
      'Add at least one provision: the support that will be given (6.48)',
      'Select the teacher who is responsible for this plan (6.36)',
      'Enter the date the plan will be reviewed (6.48)',
      'Write down what Farah Khan says of the plan, or that they were invited and did not answer (6.48)',
      'Write down what Amira says of the plan, or that they were invited and did not answer (6.48)',
    ])
  await plan.isShown()

  await plan.card('6 things are missing').getByRole('link', { name: 'Add at least one outcome' }).click()
  const outcome = await new OutcomePage(page).isShown()
  await outcome.fillIn({
    givenName,
    willDo: 'Amira will read 40 of the 50 words on her list aloud',
    measure: 'Words read aloud on Fridays',
    unit: 'words',
    baseline: '16',
    on: ['13', '11', '2026'],
    target: '40',
    by: ['12', '2', '2027'],
    impact: 'She reads her class book.',
  })
  await outcome.save()
  await expect(plan.saved()).toHaveText('Saved the outcome as a draft.')
  await plan.follow('Add at least one provision')
  const provision = await new ProvisionPage(page).isShown()
  await provision.fillIn({
    what: 'Precision teaching',
    who: 'Ruth Adeyemi, SENCO',
    minutes: '10',
    perWeek: '4',
    from: ['23', '11', '2026'],
    until: ['12', '2', '2027'],
  })
  await provision.save()
  await plan.follow('Change who is responsible')
  await plan.select('Which teacher is responsible for this plan?', { index: 1 })
  await plan.day('When will the plan be reviewed?', ['12', '2', '2027'])
  await plan.press('Save')
  for (const name of ['Farah Khan', 'Amira']) {
    await plan.follow(new RegExp(`^Write down what ${name} says\\s+of the plan$`))
    await plan.choose(`Where does ${name} stand?`, 'Agreed')
    await plan.choose('How were they asked?', 'By phone')
    await plan.press('Save')
    await expect(plan.saved()).toHaveText('Saved what they say of the plan.')
  }
  await plan.isShown()
  await plan.activate()
  await expect(plan.saved()).toHaveText('The plan is in force, and the parents can see it.')
  await plan.isShown()
  expect(await auditOf(school)).toContain('plan.activated')
})

test('a SENCO writes a Do note, and a review after every mistake there is to make @no-javascript @desktop', async ({
  page,
  signIn,
}) => {
  const { school, pupil, cycle } = await aPupilWithAPlan()
  await signIn(school.sencoMember)
  const notes = await new DoPage(page, { school, pupil, cycle }).open()
  await notes.choose('Was it given?', 'In part')
  await notes.save()
  await expect.poll(notes.problems).toEqual(['Enter why it was given only in part'])
  await notes.write('If in part or not: why?', 'The room was taken')
  await notes.write('What did you see?', 'Read six words.')
  await notes.save()
  await expect(notes.saved()).toHaveText('The note is saved.')
  await expect(notes.notes().first()).toContainText('Why: The room was taken')

  const review = await new ReviewPage(page, { school, pupil, cycle }).open()
  await review.day('When was the review held?', ['31', '2', '2026'])
  await review.record()
  await expect
    .poll(review.problems)
    .toEqual([
      'The date of the review must be a real date',
      'Select how this outcome went',
      'Enter where the pupil is now',
      'Enter what shows it',
      'Select whether it is improving',
      'Select what becomes of this outcome',
      'Select who gave it',
      'Select whether they were trained for it',
      'Select what difference it makes',
      'Select how well it was given',
      'Select whether it continues',
      'Enter why',
      'Select what happens next',
      'Enter the reason for the decision',
      'Enter what the parents say, or why their views could not be had',
      'Enter what the pupil says, or why their views could not be had',
    ])
  await expect(page).toHaveTitle(/^Error: /)
  await review.isShown()

  await review.rate('Amira', {
    went: 'Less than expected',
    now: '31 words',
    shows: 'The Friday list.',
    getting: 'Improving',
    becomes: 'Continues in the next cycle',
  })
  await review.weigh({ works: 'Some difference', becomes: 'Adjust it', why: 'Shorter, and more often.' })
  await review.choose('What was decided?', 'Carry on with the same support')
  await review.write('Why was it decided?', 'It works.')
  await review.write('What do the parents say?', 'She reads to her brother.')
  await review.write('What does Amira say about the help?', 'I read a whole comic.')
  await review.day('When was the review held?', ['6', '9', '2026'])
  await review.record()
  await expect
    .poll(review.problems)
    .toEqual([
      'Enter why it is below expected, or tick that it is not known yet',
      'Enter what the parents say about what comes next',
      'Enter what the pupil says about what comes next',
      'Enter the next review date',
    ])
  await page.getByLabel('It is not known yet why').check()
  await review.write('What do the parents want to happen next?', 'A list for home.')
  await review.write('What does Amira want to happen next?', 'More comics.')
  await review.day('Next review date', ['26', '2', '2027'])
  await review.record()
  await expect.poll(review.problems).toEqual(['Date of the review must be on or after 7 September 2026'])
  await expect(page.getByLabel('What does Amira say about the help?', { exact: true })).toHaveValue(
    'I read a whole comic.',
  )

  await review.day('When was the review held?', ['20', '11', '2026'])
  await review.record()
  await expect(review.saved()).toHaveText(
    'The review is recorded, this cycle is closed and the next one is open.',
  )
  await review.isShown()
  await review.follow('Go to cycle 2')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cycle 2, Amira Khan')
  await page.getByRole('main').getByRole('link', { name: 'Plan', exact: true }).click()
  await expect(page.getByText('Amira will read 40 of the 50 words on her list aloud').first()).toBeVisible()
})
