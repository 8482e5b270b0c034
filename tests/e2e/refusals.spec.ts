import type { Page } from '@playwright/test'
import { aClass, aContact, aMeeting, aMember, aPupil, aTeacherOf } from '@/tests/factories'
import { look, newId } from '@/tests/factories/insert'
import { cyclePath, DoPage, type OfCycle } from './pages/cycle-pages'
import { pupilPath } from './pages/pupil-pages'
import { ServicePage } from './pages/page'
import { aPupilWithAPlan, memberOf } from './scenes'
import { expect, test } from './test'

/** The answer as it came, without what is new each time, or was in the address itself: the nonce and the ids. */
async function answerTo(page: Page, address: string) {
  const answer = await page.request.get(address)
  const text = (await answer.text())
    .replaceAll(/nonce(="|\\?":\\?")[\w+/=]+/g, 'nonce$1')
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'id')
  return { status: answer.status(), text }
}

test('a wrong id, another class’s and another school’s are answered alike, to the byte @desktop', async ({
  page,
  signIn,
}) => {
  const own = await aPupilWithAPlan()
  const elsewhere = await aPupilWithAPlan()
  const sameSchool = await aPupilWithAPlan({ school: own.school, givenName: 'Cara', familyName: 'Lowe' })
  const nobody = { pupil: { ...own.pupil, id: newId() }, cycle: { id: newId() } }
  await signIn(own.teacher)
  const here = own.school
  const asked = (where: OfCycle) => [pupilPath(where), `${cyclePath(where)}/do`, `${cyclePath(where)}/plan`]
  const pairs = [
    ...[sameSchool, elsewhere].map(
      (theirs) =>
        [
          { ...theirs, school: here },
          { ...nobody, school: here },
        ] as const,
    ),
    // their own address, beside that of a school there is not
    [elsewhere, { ...nobody, school: { slug: `school-${newId()}` } }] as const,
  ]
  for (const [theirs, missing] of pairs)
    for (const [place, address] of asked(theirs).entries()) {
      const answer = await answerTo(page, address)
      expect(answer.status).toBe(404)
      expect(answer.text).toContain('This page could not be found')
      expect(answer).toEqual(await answerTo(page, asked(missing)[place] ?? ''))
    }
  for (const [pupil, cycle] of [
    ['1', '2'],
    ['%00', "'--"],
    ['..%2f', '{}'],
  ])
    expect(
      (await page.request.get(`/schools/${here.slug}/pupils/${pupil}/cycles/${cycle}/do`)).status(),
    ).toBe(404)
})

test('another family’s child is answered as a child there is not @desktop', async ({ page, signIn }) => {
  const own = await aPupilWithAPlan()
  const other = await aPupilWithAPlan({ school: own.school })
  const elsewhere = await aPupilWithAPlan()
  const held = await aMeeting(other.pupil, { parents: [other.mother], withRecord: true })
  await signIn(memberOf(own.mother))
  for (const below of ['', '/plan', '/help', `/meetings/${held.id}`]) {
    const missing = await answerTo(page, `/family/${newId()}${below}`)
    expect(missing.status).toBe(404)
    for (const { pupil } of [other, elsewhere])
      expect(await answerTo(page, `/family/${pupil.id}${below}`)).toEqual(missing)
  }
  expect((await page.goto(`/family/${own.pupil.id}/meetings/${held.id}`))?.status()).toBe(404)
})

test('a form left open does not outlive the right to send it @desktop', async ({ page, signIn }) => {
  const { school, pupil, cycle, assistant } = await aPupilWithAPlan()
  await signIn(assistant)
  const notes = await new DoPage(page, { school, pupil, cycle }).open()
  await notes.choose('Was it given?', 'Given')
  await notes.write('What did you see?', 'Not mine to write any more.')
  await look('UPDATE class_staff SET until_on = $2 WHERE membership_id = $1', [assistant.id, '2026-11-01'])
  await notes.save()
  await expect(page.getByRole('heading', { name: 'This page could not be found' })).toBeVisible()
  expect(await look('SELECT id FROM do_notes WHERE school_id = $1', [school.id])).toEqual([])
})

test('a SENCO who has become a governor cannot send what was open @desktop', async ({ page, signIn }) => {
  const { school, pupil, cycle } = await aPupilWithAPlan()
  const senco = await aMember(school, 'senco')
  await signIn(senco)
  const notes = await new DoPage(page, { school, pupil, cycle }).open()
  await notes.choose('Was it given?', 'Given')
  await look('UPDATE memberships SET role = $2 WHERE id = $1', [senco.id, 'governor'])
  await notes.save()
  await expect(page.getByRole('heading', { name: 'This page could not be found' })).toBeVisible()
  expect(await look('SELECT id FROM do_notes WHERE school_id = $1', [school.id])).toEqual([])
})

class FormPage extends ServicePage {
  constructor(
    page: Page,
    readonly heading: string,
    readonly path: string,
  ) {
    super(page)
  }
}

// Two forms in which two people can be at once: whose words are kept, and what was saved first.
const FORMS = [
  {
    name: 'a plan',
    heading: 'In every lesson and at home',
    at: (scene: OfCycle) => `${cyclePath(scene)}/plan/every-day`,
    box: 'What holds in every lesson?',
    save: 'Save',
    kept: ({ cycle }: OfCycle) =>
      look('SELECT in_every_lesson AS kept FROM cycles WHERE id = $1', [cycle.id]),
  },
  {
    name: 'the school’s settings',
    heading: 'Oak Tree Primary',
    at: ({ school }: OfCycle) => `/schools/${school.slug}/settings`,
    box: 'What is the plan called here?',
    save: 'Save the settings',
    kept: ({ school }: OfCycle) =>
      look('SELECT plan_name AS kept FROM schools WHERE slug = $1', [school.slug]),
  },
]

for (const { name, heading, at, box, save, kept } of FORMS)
  test(`${name}: the second of two people is told, and keeps every word @no-javascript @desktop`, async ({
    page,
    context,
    signIn,
  }) => {
    const scene = await aPupilWithAPlan()
    await look('UPDATE cycles SET stage = $2, activated_on = NULL, shared_at = NULL WHERE id = $1', [
      scene.cycle.id,
      'plan',
    ])
    await signIn(scene.school.sencoMember)
    const first = await new FormPage(page, heading, at(scene)).open()
    const second = await new FormPage(await context.newPage(), heading, at(scene)).open()
    await first.write(box, 'What the first wrote')
    await second.write(box, 'What the second wrote')
    await first.press(save)
    await expect(first.saved()).toBeVisible()
    await second.press(save)
    await expect
      .poll(second.problems)
      .toEqual([expect.stringMatching(/^Someone else has changed this since you opened it/)])
    await expect(second.page.getByLabel(box, { exact: true })).toHaveValue('What the second wrote')
    await second.isShown()
    expect(await kept(scene)).toEqual([{ kept: 'What the first wrote' }])
  })

test('somebody signed out while typing finds their words again after signing in @desktop', async ({
  page,
  context,
  signIn,
}) => {
  const { school, pupil, cycle, teacher } = await aPupilWithAPlan()
  await signIn(teacher)
  const notes = await new DoPage(page, { school, pupil, cycle }).open()
  await notes.choose('Was it given?', 'Given')
  await notes.write('What did you see?', 'Typed before the bell.')
  await context.clearCookies()
  await notes.save()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn(teacher)
  await page.goto(notes.path)
  await expect(page.getByLabel('What did you see?', { exact: true })).toHaveValue('Typed before the bell.')
  await expect
    .poll(notes.problems)
    .toEqual([expect.stringMatching(/^You were signed out before this could be sent/)])
})

test('a teacher of a brother is not thereby a teacher of the sister @desktop', async ({ page, signIn }) => {
  const scene = await aPupilWithAPlan()
  const beech = await aClass(scene.school, { name: '6 Beech' })
  const brother = await aPupil(scene.school, { givenName: 'Adam', classId: beech.id })
  await aContact(brother, { contactId: scene.mother.id })
  await signIn(await aTeacherOf(scene.school, beech, [brother]))
  expect((await page.goto(pupilPath({ school: scene.school, pupil: brother })))?.status()).toBe(200)
  expect((await page.goto(pupilPath(scene)))?.status()).toBe(404)
})
