import { aClass, aContact, aPupil, aSchool, aTeacherOf, auditOf } from '@/tests/factories'
import { AnyPage } from './pages/any-page'
import { AssessPage, OutcomePage, PlanPage, ProvisionPage, ReviewPage } from './pages/cycle-pages'
import type { Day } from './pages/page'
import { ParentToldPage, PupilPage, pupilPath } from './pages/pupil-pages'
import { ClassSheetPage } from './pages/staff-pages'
import { expect, test, theYearBefore } from './year'

// The clock is turned forward through the school year 2025 to 2026; each act is that of the person whose it is.
const givenName = 'Amira'

test.describe.configure({ timeout: 300_000 })

test('a whole year of one pupil: a concern, SEN support, three cycles, and stepping down @desktop', async ({
  page,
  turn,
}) => {
  const school = await aSchool({ withCalendar: false })
  await theYearBefore(school)
  const schoolClass = await aClass(school, { name: '4 Rowan' })
  const pupil = await aPupil(school, { classId: schoolClass.id, status: 'none', recordedOn: '2024-09-04' })
  await aContact(pupil)
  const teacher = await aTeacherOf(school, schoolClass, [pupil], { givenName: 'Nadia', familyName: 'Mensah' })
  const assistant = await aTeacherOf(school, schoolClass, [pupil], {
    role: 'teaching-assistant',
    givenName: 'Joan',
    familyName: 'Pickering',
  })
  const senco = school.sencoMember
  const home = new PupilPage(page, { school, pupil })
  const openCycle = async (part: 'assess' | 'plan' | 'review') => {
    await home.open()
    const link = page.getByRole('main').locator('a[href*="/cycles/0"]').first()
    const path = new URL((await link.getAttribute('href')) ?? '', page.url()).pathname
    await page.goto(`${path.replace(/(\/cycles\/[^/]+).*/, '$1')}/${part}`)
  }
  const assess = new AssessPage(page)
  const plan = new PlanPage(page)
  const review = new ReviewPage(page)

  const agreeAndActivate = async () => {
    for (const name of ['Farah Khan', givenName]) {
      const link = page.getByRole('main').getByRole('link', { name: `Write down what ${name} says` })
      await link.last().click()
      await plan.choose(`Where does ${name} stand?`, 'Agreed')
      await plan.choose('How were they asked?', 'By phone')
      await plan.press('Save')
    }
    await plan.isShown()
    await plan.activate()
    await expect(plan.saved()).toHaveText('The plan is in force, and the parents can see it.')
  }
  const bringCarriedPlanIntoForce = async (by: Day) => {
    await openCycle('assess')
    await assess.isShown()
    await assess.press('Go to the plan')
    await plan.isShown()
    await plan.follow('enter the date it should be reached by')
    await plan.day('By when?', by)
    await plan.press('Save outcome')
    await agreeAndActivate()
  }
  const sayWhatTheyThink = async () => {
    await review.write(`What does ${givenName} say about the help?`, 'I like the strips.')
    await review.write(`What does ${givenName} want to happen next?`, 'More of it.')
    await review.write('What do the parents say?', 'She tells us about her day now.')
    await review.write('What do the parents want to happen next?', 'To go on.')
  }

  await test.step('September: the teacher raises a concern and tries something', async () => {
    await turn('2025-09-15', teacher)
    await home.open()
    await home.card('Concerns').getByRole('link', { name: 'Write down a concern' }).click()
    await home.choose('Whose concern is it?', 'My own, or another member of staff’s')
    await home.write('What is the concern?', 'Loses the thread when a lesson is only talk.')
    await page.getByLabel('The gap to others of the same age is not closing').check()
    await home.press('Save the concern')
    await home.isShown()
    await home.follow(/^Open this concern/)
    await home.follow('Write down a strategy')
    await home.write('What is being tried?', 'A picture strip for every task')
    await home.day('Since when?', ['15', '9', '2025'])
    await home.press('Save the strategy')
    await expect(home.saved()).toContainText('The strategy was saved')
  })

  await test.step('October: the SENCO decides for SEN support, and the family is told and met', async () => {
    await turn('2025-10-10', senco)
    await home.open()
    await home.follow(/^Answer this concern/)
    await home.follow(/^Say what came of it/)
    await home.choose('What came of it?', 'It helped a little')
    await home.day('Until when was it tried?', ['10', '10', '2025'])
    await home.press('Save')
    await home.choose('What was decided?', 'SEN support')
    await home.choose(
      'What does it rest on?',
      'Needs something different from or additional to what others of the same age get',
    )
    await home.write('Why, and what was said to whoever raised it?', 'Needs language taught in small steps.')
    await home.press('Save the decision')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('SEN support')
    await home.select('Main need', { index: 1 })
    await home.press('Put on SEN support')
    await home.isShown()

    await home.follow('Record who was told')
    const told = await new ParentToldPage(page, { school, pupil }).isShown()
    await told.record({ how: 'By letter', on: ['10', '10', '2025'] })
    await home.follow('Write down the early discussion')
    await home.day('When did you talk?', ['9', '10', '2025'])
    await home.write('Who was there?', 'Farah Khan, Amira, Nadia Mensah')
    await home.write(`What does ${givenName} do well?`, 'Kind, and draws all day.')
    await home.write('What is hard?', 'Long talk, and finding words.')
    await home.write('What concerns the parents?', 'That she stops putting up her hand.')
    await home.write('What do you want to reach together?', 'That she asks when she is lost.')
    await home.write('What happens next?', 'A first plan next week.')
    await home.press('Save the note')
    await expect(page.getByText('That she asks when she is lost.')).toBeVisible()
  })

  await test.step('October: the first cycle is assessed, planned and agreed', async () => {
    await turn('2025-10-13', senco)
    await home.open()
    await home.follow('Start cycle 1')
    await home.press('Start the cycle')
    await assess.isShown()
    await assess.saveParentViews({
      givenName,
      said: 'She is tired of guessing.',
      whose: 'Farah Khan, mother',
      on: ['9', '10', '2025'],
    })
    await assess.savePupilViews({
      givenName,
      said: 'Too many words.',
      how: 'In a talk',
      on: ['10', '10', '2025'],
    })
    await assess.isShown()
    await assess.press('Go to the plan')
    await plan.isShown()
    await plan.follow('Add at least one outcome')
    const outcome = await new OutcomePage(page).isShown()
    await outcome.fillIn({
      givenName,
      willDo: 'Amira will ask for help with her card in 4 of 5 lessons',
      measure: 'Tally by the class teacher',
      unit: 'lessons',
      baseline: '1',
      on: ['10', '10', '2025'],
      target: '4',
      by: ['16', '1', '2026'],
      impact: 'She finishes what she begins.',
    })
    await outcome.save()
    await plan.follow('Add at least one provision')
    const provision = await new ProvisionPage(page).isShown()
    await provision.fillIn({
      what: 'Talk Time, small group',
      who: 'Joan Pickering, teaching assistant',
      minutes: '20',
      perWeek: '3',
      from: ['13', '10', '2025'],
      until: ['16', '1', '2026'],
    })
    await provision.save()
    await plan.follow('Change who is responsible')
    await plan.select('Which teacher is responsible for this plan?', 'Nadia Mensah, class teacher')
    await plan.day('When will the plan be reviewed?', ['16', '1', '2026'])
    await plan.press('Save')
    await agreeAndActivate()
  })

  await test.step('November: the assistant notes a session with one tap', async () => {
    await turn('2025-11-10', assistant)
    const sheet = await new ClassSheetPage(page, school, schoolClass).open()
    await sheet.tap('Given', 'Talk Time, small group for Amira Khan')
    await expect(page.getByRole('status').first()).toContainText('Given. 9am, Joan Pickering')
  })

  await test.step('November: the plan is changed in the middle, and the change can be read', async () => {
    await turn('2025-11-24', senco)
    await openCycle('plan')
    await plan.isShown()
    await plan.press('Change the plan')
    await plan.follow(/^Change .*Talk Time/)
    await plan.write('Times a week', '2')
    await plan.press('Save provision')
    await plan.write('Why does the plan change?', 'Three times took her out of art.')
    await plan.day('From which day does it apply?', ['24', '11', '2025'])
    await plan.press('Publish the change')
    await plan.follow('Compare versions')
    await plan.press('Compare')
    await expect(page.getByText(/Talk Time, small group: 3 sessions a week became 2/).first()).toBeVisible()
  })

  await test.step('January: the review is ten days late, says why, and opens cycle 2', async () => {
    await turn('2026-01-26', teacher)
    await openCycle('review')
    await review.isShown()
    await expect(page.getByText('Overdue by 10 days')).toBeVisible()
    await review.rate(givenName, {
      went: 'Less than expected',
      now: '2',
      shows: 'The tally.',
      getting: 'Improving',
      becomes: 'Continues in the next cycle',
    })
    await review.write('If it is below expected: why?', 'The group met half as often as planned.')
    await review.weigh({ works: 'Some difference', becomes: 'Continue as it is', why: 'She likes it.' })
    await sayWhatTheyThink()
    await review.choose('What was decided?', 'Change the support')
    await review.write('Why was it decided?', 'A card on the table in every lesson.')
    await review.day('Next review date', ['26', '3', '2026'])
    await review.record()
    await expect(review.saved()).toContainText('The review is recorded')
    await expect(page.getByText('Reviewed 10 days late')).toBeVisible()
    await bringCarriedPlanIntoForce(['26', '3', '2026'])
  })

  await test.step('March: cycle 2 goes as expected, and cycle 3 begins', async () => {
    await turn('2026-03-26', teacher)
    await openCycle('review')
    await review.isShown()
    await review.rate(givenName, {
      went: 'As expected',
      now: '3',
      shows: 'The tally.',
      getting: 'Improving',
      becomes: 'Continues in the next cycle',
    })
    await review.weigh({ works: 'A clear difference', becomes: 'Continue as it is', why: 'It works.' })
    await sayWhatTheyThink()
    await review.choose('What was decided?', 'Carry on with the same support')
    await review.write('Why was it decided?', 'One more step to go.')
    await review.day('Next review date', ['3', '7', '2026'])
    await review.record()
    await expect(review.saved()).toContainText('The review is recorded')
    await bringCarriedPlanIntoForce(['3', '7', '2026'])
  })

  await test.step('July: the aim is reached, SEN support ends, and a watch begins', async () => {
    await turn('2026-07-03', senco)
    await openCycle('review')
    await review.isShown()
    await review.rate(givenName, {
      went: 'As expected',
      now: '4',
      shows: 'The tally.',
      getting: 'Improving',
      becomes: 'Achieved',
    })
    await review.weigh({ works: 'A clear difference', becomes: 'Stop it', why: 'No longer needed.' })
    await sayWhatTheyThink()
    await review.choose('What was decided?', 'SEN support is no longer needed')
    await review.write('Why was it decided?', 'She asks by herself.')
    await review.record()
    await expect(review.saved()).toContainText('SEN support has ended')
    await home.open()
    await expect(home.card('Since SEN support ended')).toContainText('Farah Khan: Not told')
    await home.follow('Record who was told that it ended')
    await home.choose('How?', 'By phone')
    await home.day('On which day?', ['3', '7', '2026'])
    await home.press('Save')
    await expect(home.card('Since SEN support ended')).toContainText('told on 3 July 2026')
  })

  await test.step('and all of it stands on one timeline', async () => {
    const path = `${pupilPath({ school, pupil })}/timeline`
    await new AnyPage(page, path, 'Timeline of Amira Khan').open()
    for (const day of [
      '15 September 2025',
      '10 October 2025',
      '24 November 2025',
      '26 January 2026',
      '3 July 2026',
    ])
      await expect(page.getByRole('heading', { name: day })).toBeVisible()
    expect(await auditOf(school)).toEqual(
      expect.arrayContaining(['concern.raised', 'plan.activated', 'review.recorded', 'sen-support.ended']),
    )
  })
})
