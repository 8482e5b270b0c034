import { aContact, aPupil, aSchool } from '@/tests/factories'
import { insert, newId } from '@/tests/factories/insert'
import { type EveryScene, everyScene, filledIn } from './every-scene'
import { AnyPage } from './pages/any-page'
import { ImportPage } from './pages/import-page'
import { memberOf } from './scenes'
import { expect, test } from './test'

// States without anybody or anything in them, and pages that are not there.
const EMPTY = [
  { below: '', heading: 'Good morning, Ruth' },
  { below: '/sen-register', heading: 'SEN register' },
  { below: '/parent-meetings', heading: 'Parent meetings' },
  { below: '/classes', heading: 'Classes' },
  { below: '/oversight', heading: 'Are we keeping our side?' },
  { below: '/import?problem=1', heading: 'Import the register' },
  { below: '/nowhere', heading: 'This page could not be found' },
]

for (const { below, heading } of EMPTY)
  test(`a school with nothing in it: ${below || '/'} is accessible and fits its width`, async ({
    page,
    signIn,
  }) => {
    const school = await aSchool({ withCalendar: false })
    await signIn(school.sencoMember)
    await new AnyPage(page, `/schools/${school.slug}${below}`, heading).open()
  })

test('a child without a plan, and nobody’s child, are accessible and fit their width', async ({
  page,
  signIn,
}) => {
  const pupil = await aPupil(await aSchool())
  const mother = await aContact(pupil, { withAccount: true })
  await signIn(memberOf(mother))
  await new AnyPage(page, `/family/${pupil.id}`, 'Amira').open()
  await new AnyPage(page, `/family/${pupil.id}/plan`, 'Amira’s plan').open()
  await new AnyPage(page, `/family/${pupil.schoolId}`, 'This page could not be found').open()
  const restricted = await aContact(pupil, { restrictedFrom: '2026-09-01', withAccount: true })
  await signIn(memberOf(restricted))
  await new AnyPage(page, '/family', 'There is nothing here for you to read').open()
})

test('an import is accessible and fits its width as a dry run, with questions, and when it cannot be read @desktop', async ({
  page,
  signIn,
}) => {
  const { school, members } = await everyScene()
  await signIn(members.senco)
  const door = await new ImportPage(page, school).open()
  await door.send([
    'UPN,Surname,Forename,DOB,Year,Reg,SEN Status,SEN Start Date,Need Type',
    ',Khan,Amira,03/05/2018,5,5 Elm,E,01/09/2026,ASD',
    'A999000217001,Martin,Esme,16/01/2018,4,4 Ash,K,12/10/2025,SEMH',
    ',Osei,Grace,14/03/2018,4,4 Ash,K,03/09/2025,SLCN',
  ])
  await new AnyPage(page, '', 'What this import would do').isShown()
  const closed = page.locator('main details:not([open]) > summary')
  while ((await closed.count()) > 0) await closed.first().click()
  await new AnyPage(page, '', 'What this import would do').isShown()

  await door.open()
  await door.send(['Surname,Class,SEN Status', 'Khan,4 Ash,K'])
  await new AnyPage(page, '', 'This file cannot be read yet').isShown()
})

const S = '/schools/[schoolSlug]'
const P = `${S}/pupils/[pupilId]`
const C = `${P}/cycles/[cycleId]`
const M = `${P}/parent-meetings/[meetingId]`

test('a fault is said with a reference to quote, accessibly, and says nothing of what broke @desktop', async ({
  context,
  signIn,
}) => {
  const school = await aSchool()
  await signIn(school.sencoMember)
  const id = newId()
  await insert('register_imports', {
    school_id: school.id,
    id,
    uploaded_at: 'infinity', // an instant that no page can show
    uploaded_by_id: school.sencoMember.id,
  })
  // a page of its own: the browser is right to complain of this one
  const page = await context.newPage()
  const answer = await page.goto(`/schools/${school.slug}/import/${id}`)
  expect(answer?.status()).toBe(500)
  await new AnyPage(page, '', 'Sorry, there is a problem with the service').isShown()
  await expect(page.getByText(/tell the school office this reference: \S+/)).toBeVisible()
  expect(await answer?.text()).not.toMatch(/infinity|RangeError|Invalid/i)
})

// Forms sent with nothing in them: the button of each.
const REFUSED: [address: string, button: string, of?: keyof EveryScene['ids']][] = [
  [`${S}/people/add`, 'Add this person'],
  [`${S}/pupils/add`, 'Add this pupil'],
  [`${S}/classes/[classId]/check`, 'Save the check'],
  [`${P}/concerns/raise`, 'Save the concern'],
  [`${P}/concerns/[concernId]`, 'Save the decision'],
  [`${P}/concerns/[concernId]/strategies/add`, 'Save the strategy'],
  [`${P}/concerns/[concernId]/talks/[decisionId]`, 'Save'],
  [`${P}/early-discussions/add`, 'Save the note'],
  [`${P}/questions/add`, 'Save'],
  [`${P}/contacts/add`, 'Add this parent or carer'],
  [`${P}/sen-support`, 'Put on SEN support', 'off'],
  [`${P}/ehc-plan`, 'Record the EHC plan'],
  [`${P}/end-status`, 'Take off the register'],
  [`${P}/parents-told`, 'Save'],
  [`${P}/parent-meetings/arrange`, 'Arrange the meeting'],
  [`${M}/record`, 'Record as held'],
  [`${M}/not-held`, 'Save'],
  [`${C}/plan/outcomes/add`, 'Save outcome', 'draft'],
  [`${C}/plan/provisions/add`, 'Save provision', 'draft'],
  [`${C}/assess/sources/add`, 'Save', 'draft'],
  [`${C}/assess/requests/add`, 'Ask them', 'draft'],
  [`${C}/plan`, 'Bring the plan into force', 'draft'],
  [`${C}/do`, 'Save note'],
  [`${C}/review`, 'Record the review'],
  [`${C}/review/move`, 'Save'],
  [`${C}/review/later-views`, 'Save', 'reviewed'],
  [`${P}/specialists/add`, 'Save'],
  [`${P}/support-ended`, 'Save', 'steppedDown'],
  [`${P}/watch`, 'Save the check', 'steppedDown'],
]

// A form that is refused changes nothing, so one school serves all that a worker opens.
let scene: EveryScene
test.beforeAll(async () => {
  scene = await everyScene()
})

for (const [address, button, of] of REFUSED)
  test(`${address} says what is wrong accessibly, and fits its width @phone`, async ({ page, signIn }) => {
    await signIn(scene.members.senco)
    const form = new AnyPage(page, filledIn(address, scene, { ...(of && { of }) }), /.+/)
    await page.goto(form.path)
    await form.press(button)
    await expect(page.locator('.govuk-error-summary')).toBeFocused()
    expect(await form.problems()).not.toEqual([])
    await expect(page).toHaveTitle(/^Error: /)
    await form.isShown()
  })
