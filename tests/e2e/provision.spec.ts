import {
  aClass,
  aContact,
  aCycle,
  aMember,
  anOutcome,
  aPlanLine,
  aPupil,
  aSchool,
  aTeacherOf,
} from '@/tests/factories'
import { insert, look, newId } from '@/tests/factories/insert'
import { PlanPage, ProvisionPage } from './pages/cycle-pages'
import { CataloguePage, CoverPage, JoiningInPage, ReadReceiptsPage } from './pages/provision-pages'
import { PupilPage } from './pages/pupil-pages'
import { TodayPage } from './pages/staff-pages'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

/** A pupil whose plan lacks nothing but its provision. */
const aPlanWithoutProvision = async () => {
  const school = await aSchool()
  const ash = await aClass(school)
  const pupil = await aPupil(school, { classId: ash.id })
  const teacher = await aTeacherOf(school, ash, [pupil], { givenName: 'Nadia', familyName: 'Mensah' })
  const assistant = await aTeacherOf(school, ash, [pupil], {
    ...{ role: 'teaching-assistant', givenName: 'Joan', familyName: 'Pickering' },
  })
  await aContact(pupil)
  const cycle = await aCycle(pupil, {
    ...{ stage: 'plan', activatedOn: null, reviewDue: '2027-03-12', shared: false },
    responsibleId: teacher.id,
  })
  await look(
    `UPDATE cycles SET parent_consultation = 'agreed', parent_consultation_note = 'Met', pupil_consultation = 'took-part', pupil_consultation_note = 'Chose' WHERE id = $1`,
    [cycle.id],
  )
  await anOutcome(cycle, { shared: false })
  return { school, pupil, teacher, assistant, cycle }
}

test('from the catalogue to a plan that everyone who works with the pupil has read @desktop @no-javascript', async ({
  page,
  signIn,
}) => {
  // Four people at one plan, one after the other.
  test.slow()
  const { school, pupil, teacher, assistant, cycle } = await aPlanWithoutProvision()
  await signIn(school.sencoMember)
  const catalogue = await new CataloguePage(page, school).open()
  await catalogue.press('Add the starting set')
  await expect(catalogue.saved()).toContainText('The starting set is in the catalogue')

  const form = await new ProvisionPage(page, { school, pupil, cycle }).open()
  await form.select('Begin with something from the catalogue', 'Precision teaching (one-to-one work)')
  await form.press('Fill in the form')
  await form.isShown()
  await expect(page.getByLabel('What will be done?')).toHaveValue('Precision teaching')
  await expect(page.getByLabel('Times a week')).toHaveValue('4')
  await form.select('Who gives it?', 'Joan Pickering, teaching assistant')
  await form.save()
  const plan = await new PlanPage(page).isShown()
  await expect(plan.card('Training')).toContainText('none is recorded for Joan Pickering')
  await plan.follow('Add a strategy')
  await plan.write('In which subject?', 'Art')
  await plan.write('What do teachers do?', 'Steps as pictures')
  await plan.press('Save')
  await plan.isShown()
  await plan.activate()
  await expect(plan.saved()).toContainText('in force')

  // The assistant finds it on Today, with their own part, and says so with one tap.
  await signIn(assistant)
  const today = await new TodayPage(page, school).open()
  await today.follow('Read Amira Khan’s plan')
  const home = await new PupilPage(page, { school, pupil }).isShown()
  const card = home.card('Who has read the plan')
  await expect(card).toContainText('0 of 2 have read it')
  await expect(card).toContainText('You give: Precision teaching, one to one')
  await expect(card).toContainText('Art: Steps as pictures')
  await home.press('I have read it')
  await expect(home.saved()).toHaveText('It is written down that you have read the plan.')
  await expect(card).toContainText('You read it on 20 November')
  await today.open()
  await expect(page.getByRole('link', { name: 'Read Amira Khan’s plan' })).toHaveCount(0)

  await signIn(teacher)
  await home.open()
  await expect(card).toContainText('You answer for this plan')
  await home.press('I have read it')
  await expect(card).toContainText('All 2 have read it')

  // A new colleague opens it again.
  const fresh = await aMember(school, 'class-teacher', { givenName: 'Omar', familyName: 'Reid' })
  await insert('pupil_staff', {
    ...{ school_id: school.id, id: newId(), pupil_id: pupil.id, membership_id: fresh.id },
    from_on: '2026-11-20',
  })
  await signIn(fresh)
  await today.open()
  await expect(page.getByRole('link', { name: 'Read Amira Khan’s plan' })).toBeVisible()
  await signIn(school.sencoMember)
  const coverage = await new ReadReceiptsPage(page, school).open()
  await expect(page.getByRole('row', { name: /Amira Khan/ }).last()).toContainText('2 of 3 have read it')
  await expect(page.getByRole('row', { name: /Omar Reid/ }).first()).toContainText('0 of 1 plan')
  await coverage.isShown()
})

test('a class fits one side of paper for whoever covers it @desktop', async ({ page, signIn }) => {
  const { school, schoolClass, pupil, cycle, teacher } = await aPupilWithAPlan()
  await look('UPDATE cycles SET in_every_lesson = $2 WHERE id = $1', [cycle.id, 'One instruction at a time'])
  const lines = async (of: typeof cycle) => {
    await aPlanLine(of, { about: 'Art' })
    await aPlanLine(of, { kind: 'quiet-place', words: 'The corner of the library', howOften: 'after lunch' })
    await aPlanLine(of, { kind: 'what-to-do-when', about: 'She hides', words: 'wait, and hand her the card' })
    await aPlanLine(of, { kind: 'at-home', words: 'Reads at bedtime' })
  }
  await lines(cycle)
  for (const givenName of ['Ben', 'Cara', 'Dylan', 'Eva', 'Femi', 'Gwen', 'Hugo'])
    await lines(await aCycle(await aPupil(school, { classId: schoolClass.id, givenName })))
  await signIn(teacher)
  const cover = await new CoverPage(page, school, schoolClass).open()
  const own = page.getByRole('region', { name: `${pupil.givenName} ${pupil.familyName}` })
  await expect(own).toContainText('She hides: wait, and hand her the card')
  await expect(own).toContainText('The corner of the library. After lunch')
  await expect(page.getByText('Reads at bedtime')).toHaveCount(0)
  await expect(page.getByText('Precision teaching')).toHaveCount(0)
  expect(await cover.sides()).toBe(1)
})

test('an assistant writes down what was missed, and what was changed so that the pupil could join @phone @no-javascript', async ({
  page,
  signIn,
}) => {
  const { school, pupil, assistant } = await aPupilWithAPlan()
  await signIn(assistant)
  const joining = await new JoiningInPage(page, { school, pupil }).open()
  await joining.choose('What was it?', 'A trip or visit')
  await joining.write('Which one?', 'The farm')
  await joining.choose('How did Amira take part?', 'Joined in, because something was changed')
  await joining.press('Write it down')
  await expect.poll(joining.problems).toEqual(['Enter what was changed so that they could join in'])
  await joining.write('What was changed so that they could join in?', 'A later bus')
  await joining.press('Write it down')
  await expect(joining.saved()).toHaveText('It was written down.')
  await expect(page.getByText('Joined in: The farm. A later bus')).toBeVisible()
  const home = await new PupilPage(page, { school, pupil }).open()
  await expect(home.card('Joining in with others')).toContainText('Joined in with something changed once')
})
