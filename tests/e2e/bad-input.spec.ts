import type { Page } from '@playwright/test'
import { aPupil, aSchool } from '@/tests/factories'
import { look } from '@/tests/factories/insert'
import { DoPage, OutcomePage } from './pages/cycle-pages'
import type { ServicePage } from './pages/page'
import { ConcernPage } from './pages/pupil-pages'
import { RegisterPage } from './pages/register-page'
import { aPupilWithAPlan } from './scenes'
import { expect, test } from './test'

type Scene = Awaited<ReturnType<typeof aPupilWithAPlan>>

/** A form: its one long text with its limit, its day, and what it says when each is wrong. */
type Form = {
  name: string
  open: (page: Page, scene: Scene) => Promise<ServicePage>
  /** What else must be answered for the form to be taken. */
  rest: (form: ServicePage) => Promise<void>
  field: string
  text: string
  tooLong: string
  empty: string[]
  day: string
  noSuchDay: string
  save: string
}

const FORMS: Form[] = [
  {
    name: 'a Do note',
    open: (page, scene) => new DoPage(page, scene).open(),
    rest: (form) => form.choose('Was it given?', 'Given'),
    field: 'observation',
    text: 'What did you see?',
    tooLong: 'What you saw must be 4,000 characters or less',
    empty: ['Select whether it was given'],
    day: 'Which day is it about?',
    noSuchDay: 'The day it is about must be a real date',
    save: 'Save note',
  },
  {
    name: 'an outcome',
    open: async (page, scene) => {
      await look('UPDATE cycles SET stage = $2, activated_on = NULL, shared_at = NULL WHERE id = $1', [
        scene.cycle.id,
        'plan',
      ])
      return new OutcomePage(page, scene).open()
    },
    rest: () => Promise.resolve(),
    field: 'willDo',
    text: 'What will Amira do?',
    tooLong: 'What the pupil will do must be 500 characters or less',
    empty: ['Enter what the pupil will do'],
    day: 'By when?',
    noSuchDay: 'The date it should be reached by must be a real date',
    save: 'Save outcome',
  },
  {
    name: 'a concern',
    open: (page, scene) => new ConcernPage(page, scene).open(),
    rest: (form) => form.choose('Whose concern is it?', 'The pupil’s'),
    field: 'words',
    text: 'What is the concern?',
    tooLong: 'The concern must be 4,000 characters or less',
    empty: ['Select whose concern this is', 'Enter the concern'],
    day: 'When was it raised?',
    noSuchDay: 'The day the concern was raised must be a real date',
    save: 'Save the concern',
  },
]

/** What stands behind a name on a Do note is opened, so that it can be filled in. */
const openAll = async (page: Page) => {
  const closed = page.locator('main details:not([open]) > summary')
  while ((await closed.count()) > 0) await closed.first().click()
}

for (const { name, open, rest, field, text, tooLong, empty, day, noSuchDay, save } of FORMS) {
  test(`${name}: what is wrong is said beside the field, and what was typed stays @no-javascript @desktop`, async ({
    page,
    signIn,
  }) => {
    const scene = await aPupilWithAPlan()
    await signIn(scene.school.sencoMember)
    const form = await open(page, scene)
    await form.press(save)
    await expect.poll(form.problems).toEqual(empty)
    await expect(page).toHaveTitle(/^Error: /)

    const box = page.getByLabel(text, { exact: true })
    const boxes = page.getByRole('group', { name: day, exact: true })
    await rest(form)
    const long = 'ten chars '.repeat(1000).trim()
    await box.fill(long)
    await openAll(page)
    await form.day(day, ['31', '2', '2026'])
    await form.press(save)
    await expect.poll(form.problems).toEqual(expect.arrayContaining([tooLong, noSuchDay]))
    await expect(box).toHaveAccessibleDescription(new RegExp(tooLong))
    await expect(boxes).toHaveAccessibleDescription(new RegExp(noSuchDay))
    await expect(box).toHaveValue(long)
    for (const [label, typed] of [
      ['Day', '31'],
      ['Month', '2'],
      ['Year', '2026'],
    ] as const)
      await expect(boxes.getByLabel(label)).toHaveValue(typed)
    await form.isShown()

    await box.fill('Short enough')
    await form.day(day, ['1', '3', '20226'])
    await form.press(save)
    await expect.poll(form.problems).toEqual(['Year must include 4 numbers'])
    await expect(boxes.getByLabel('Year')).toHaveValue('20226')
    await expect(box).toHaveValue('Short enough')
  })

  test(`${name}: emoji, right-to-left text and markup are kept and shown as typed @desktop`, async ({
    page,
    signIn,
  }) => {
    const typed = 'يقرأ بصوت عالٍ 📚👩‍👧 <script>alert("x")</script> &amp; <b>bold</b>'
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    const scene = await aPupilWithAPlan()
    await signIn(scene.school.sencoMember)
    const form = await open(page, scene)
    await rest(form)
    await form.write(text, typed)
    await form.press(save)
    await expect(form.saved()).toBeVisible()
    await expect(page.getByText(typed).first()).toBeVisible()
    await expect(page.locator('main script, main b:text-is("bold")')).toHaveCount(0)
    expect(asked).toEqual([])
  })

  test(`${name}: a null byte sent by hand is refused in words @desktop`, async ({ page, signIn }) => {
    const scene = await aPupilWithAPlan()
    await signIn(scene.school.sencoMember)
    await open(page, scene)
    const answer = await page.evaluate(async (field) => {
      const plain = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
      const form = [...plain.forms].find(({ elements }) => elements.namedItem(field))
      const data = new FormData(form)
      data.set(field, 'before\0after')
      const answer = await fetch(location.href, { method: 'POST', body: data })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      return { status: answer.status, said: page.querySelector(`#${field}-error`)?.textContent }
    }, field)
    expect(answer).toEqual({ status: 200, said: 'Error: Remove the character that cannot be stored' })
  })
}

test('a name with markup in it is a name, in the register and in its search @desktop', async ({
  page,
  signIn,
}) => {
  const school = await aSchool()
  const name = '<img src=x onerror=alert(1)>'
  await aPupil(school, { givenName: 'Zoë', familyName: name })
  await aPupil(school)
  await signIn(school.sencoMember)
  const register = await new RegisterPage(page, school).open()
  await expect(page.getByRole('link', { name: `${name}, Zoë` })).toBeVisible()
  await register.showFilters()
  await page.getByLabel('Name', { exact: true }).fill('zoe')
  await expect(register.rows()).toHaveCount(1)
  await expect(page.getByRole('link', { name: `${name}, Zoë` })).toBeVisible()
  await expect(page.locator('main img')).toHaveCount(0)
})
