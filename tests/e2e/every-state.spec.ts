import { readdirSync } from 'node:fs'
import path from 'node:path'
import { aContact, aPupil, aSchool } from '@/tests/factories'
import { ImportPage } from './pages/import-page'
import { ServicePage } from './pages/page'
import { memberOf } from './scenes'
import { type EveryScene, everyScene } from './every-scene'
import { expect, test } from './test'

type Seen = {
  heading: string | RegExp
  /** Who opens it; a SENCO unless it says otherwise. */
  as?: keyof EveryScene['members'] | 'nobody'
  /** Which pupil: whose plan is in force unless it says otherwise. */
  of?: keyof EveryScene['ids']
  /** A meeting that was held rather than one that is booked. */
  held?: true
}

const S = '/schools/[schoolSlug]'
const P = `${S}/pupils/[pupilId]`
const C = `${P}/cycles/[cycleId]`
const M = `${P}/parent-meetings/[meetingId]`

// Every page.tsx there is, with what stands on it. A page without a line here fails.
const PAGES: Record<string, Seen> = {
  '/': { heading: 'Good morning, Ruth' },
  '/sign-in': { as: 'nobody', heading: 'Sign in' },
  '/set-password/[token]': { as: 'nobody', heading: 'Set your password' },
  '/family': { as: 'parent', heading: 'Amira' },
  '/family/[pupilId]': { as: 'parent', heading: 'Amira' },
  '/family/[pupilId]/help': { as: 'parent', heading: 'Help and advice' },
  '/family/[pupilId]/meetings/[meetingId]': {
    as: 'parent',
    held: true,
    heading: 'Meeting on 14 October 2026',
  },
  '/family/[pupilId]/plan': { as: 'parent', heading: 'Amira’s plan' },
  [S]: { heading: 'Good morning, Ruth' },
  [`${S}/calendar`]: { heading: 'Calendar' },
  [`${S}/calendar/[startYear]`]: { heading: /^Calendar of / },
  [`${S}/classes`]: { as: 'teacher', heading: 'Classes' },
  [`${S}/classes/[classId]`]: { as: 'assistant', heading: /, today$/ },
  [`${S}/import`]: { heading: 'Import the register' },
  [`${S}/oversight`]: { as: 'head', heading: 'Are we keeping our side?' },
  [`${S}/parent-meetings`]: { heading: 'Parent meetings' },
  [`${S}/people`]: { heading: 'People' },
  [`${S}/people/[membershipId]`]: { heading: 'Nadia Mensah' },
  [`${S}/people/add`]: { heading: 'Add a person' },
  [`${S}/sen-register`]: { heading: 'SEN register' },
  [`${S}/settings`]: { heading: 'Oak Tree Primary' },
  [`${S}/pupils/add`]: { heading: 'Add a pupil' },
  [P]: { heading: 'Amira Khan' },
  [`${P}/concerns/[concernId]`]: { heading: 'A concern about Amira Khan' },
  [`${P}/concerns/raise`]: { as: 'teacher', heading: 'Write down a concern about Amira Khan' },
  [`${P}/contacts/[contactId]`]: { heading: 'Imran Khan, for Amira Khan' },
  [`${P}/contacts/add`]: { heading: 'Add a parent or carer of Amira Khan' },
  [`${P}/contacts/link`]: { heading: 'Add a parent already on record to Amira Khan' },
  [C]: { heading: 'Cycle 1, Amira Khan' },
  [`${C}/assess`]: { of: 'draft', heading: 'Assess' },
  [`${C}/assess/parent-views`]: { of: 'draft', heading: 'What the parents say' },
  [`${C}/assess/pupil-views`]: { of: 'draft', heading: 'What Ben says' },
  [`${C}/assess/sources/[sourceId]`]: { of: 'draft', as: 'teacher', heading: /What is known about|source/i },
  [`${C}/assess/sources/add`]: { of: 'draft', heading: /What is known about|source/i },
  [`${C}/assess/summary`]: { of: 'draft', heading: 'Strengths, barriers and need' },
  [`${C}/do`]: { as: 'assistant', heading: 'Do' },
  [`${C}/plan`]: { of: 'draft', heading: 'Plan' },
  [`${C}/plan/consultation`]: { of: 'draft', heading: 'Agreed with parents and pupil' },
  [`${C}/plan/every-day`]: { of: 'draft', heading: 'In every lesson and at home' },
  [`${C}/plan/outcomes/[outcomeId]`]: { of: 'draft', heading: 'Outcome 1 of Ben’s plan' },
  [`${C}/plan/outcomes/[outcomeId]/remove`]: { of: 'draft', heading: 'Remove outcome 1?' },
  [`${C}/plan/outcomes/add`]: { of: 'draft', heading: 'Outcome 2 of Ben’s plan' },
  [`${C}/plan/provisions/[provisionId]`]: { of: 'draft', heading: 'Change a provision for Ben' },
  [`${C}/plan/provisions/[provisionId]/remove`]: { of: 'draft', heading: 'Remove this provision?' },
  [`${C}/plan/provisions/add`]: { of: 'draft', heading: 'Add a provision for Ben' },
  [`${C}/plan/responsible`]: { of: 'draft', heading: 'Responsible teacher and review date' },
  [`${C}/review`]: { as: 'teacher', heading: 'Review' },
  [`${P}/cycles/start`]: { of: 'begin', heading: 'Start cycle 1 for Dylan' },
  [`${P}/details`]: { heading: 'Details of Amira Khan' },
  [`${P}/ehc-plan`]: { heading: 'Record an EHC plan for Amira Khan' },
  [`${P}/end-status`]: { heading: 'Take Amira Khan off the register' },
  [`${P}/history`]: { heading: /^History of / },
  [`${P}/needs`]: { heading: 'Needs of Amira Khan' },
  [M]: { heading: 'Meeting about Amira Khan' },
  [`${M}/copies`]: { held: true, heading: 'Copies of the record: Amira Khan' },
  [`${M}/move`]: { heading: 'Move or change the meeting about Amira Khan' },
  [`${M}/not-held`]: { heading: 'Cancel the meeting: Amira Khan' },
  [`${M}/record`]: { held: true, as: 'teacher', heading: 'Record of the meeting about Amira Khan' },
  [`${P}/parent-meetings/arrange`]: { heading: 'Arrange a meeting about Amira Khan' },
  [`${P}/parents-told`]: { heading: /told of SEN support for Amira Khan$/ },
  [`${P}/people`]: { heading: 'People around Amira Khan' },
  [`${P}/plan/print`]: { as: 'assistant', heading: 'Amira Khan’s plan' },
  [`${P}/sen-support`]: { of: 'off', heading: 'Put Cara Lowe on SEN support' },
}

// Pages that only an act leads to, met below.
const MET_BELOW = [`${S}/import/[importId]`]

class AnyPage extends ServicePage {
  constructor(
    page: ServicePage['page'],
    readonly path: string,
    readonly heading: string | RegExp,
  ) {
    super(page)
  }
}

const addresses = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => `/${path.dirname(file)}`.replace(/^\/\.$/, '/').replace(/\/\([^)]+\)/g, ''))
  .filter((address) => !MET_BELOW.includes(address))

/** The address with real ids in it. */
const filledIn = (address: string, { ids }: EveryScene, { of = 'plan', held }: Partial<Seen>) => {
  const real: Record<string, string> = { ...ids[of], ...(held && { meetingId: ids.plan.heldId }) }
  return address.replace(/\[(\w+)\]/g, (_, name: string) => real[name] ?? `no ${name}`)
}

test('every line of this list is a page @desktop', () => {
  expect(Object.keys(PAGES).filter((address) => !addresses.includes(address))).toEqual([])
})

for (const address of addresses)
  test(`${address} is accessible and fits its width`, async ({ page, signIn }) => {
    const seen = PAGES[address]
    if (!seen) throw new Error(`${address} is new: say in PAGES who opens it and what its heading is`)
    const scene = await everyScene()
    if (seen.as !== 'nobody') await signIn(scene.members[seen.as ?? 'senco'])
    await new AnyPage(page, filledIn(address, scene, seen), seen.heading).open()
    await expect(page).toHaveTitle(/.+ - Track SEN support$/)
  })

test('an import is accessible and fits its width as a dry run, with questions, and when it cannot be read', async ({
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
  await door.send(['Wetter;Ort', 'heiter;Ulm'])
  await expect(page.locator('.govuk-error-summary')).toContainText('cannot be read as a register')
  await door.isShown()
})

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

// Forms sent with nothing in them: the button of each.
const REFUSED: [address: string, button: string, of?: keyof EveryScene['ids']][] = [
  [`${S}/people/add`, 'Add this person'],
  [`${S}/pupils/add`, 'Add this pupil'],
  [`${P}/concerns/raise`, 'Save the concern'],
  [`${P}/concerns/[concernId]`, 'Save the answer'],
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
  [`${C}/plan`, 'Bring the plan into force', 'draft'],
  [`${C}/do`, 'Save note'],
  [`${C}/review`, 'Record the review'],
]

for (const [address, button, of] of REFUSED)
  test(`${address} says what is wrong accessibly, and fits its width @phone`, async ({ page, signIn }) => {
    const scene = await everyScene()
    await signIn(scene.members.senco)
    const form = new AnyPage(page, filledIn(address, scene, { ...(of && { of }) }), /.+/)
    await page.goto(form.path)
    await form.press(button)
    await expect(page.locator('.govuk-error-summary')).toBeFocused()
    expect(await form.problems()).not.toEqual([])
    await expect(page).toHaveTitle(/^Error: /)
    await form.isShown()
  })
