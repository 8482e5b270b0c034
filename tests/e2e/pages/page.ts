import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../test'

/** A day as it is typed: three boxes. */
export type Day = readonly [day: string, month: string, year: string]

/** What axe finds wrong with the page as it stands, a line each (WCAG 2.2 AA). */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // No page of ours holds a frame, so none is looked for.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

/** How far the page can be scrolled sideways, in pixels: 0 is right at every width. */
export const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** A page of the service. Opening one checks where we are, that it is accessible and that it fits its width. */
export abstract class ServicePage {
  abstract readonly path: string
  abstract readonly heading: string | RegExp

  constructor(readonly page: Page) {}

  async open() {
    await this.page.goto(this.path)
    return this.isShown()
  }

  async isShown() {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.heading)
    // axe is script, so the no-javascript project checks everything but this
    if (test.info().project.name !== 'no-javascript')
      expect(await accessibilityProblems(this.page)).toEqual([])
    if (test.info().project.name === 'phone') expect(await sidewaysScroll(this.page)).toBe(0)
    return this
  }

  /** The error summary, as a list of its messages; empty when there is none. */
  problems = () => this.page.locator('.govuk-error-summary').getByRole('listitem').allTextContents()

  /** What was just saved, as the page says it. */
  saved = () => this.page.getByRole('main').locator('p[role=status].govuk-inset-text')

  /** Types into a box in place of what it holds. While a page wakes up a box can lose its selection: a person looks, and so do we. */
  async write(label: string | RegExp, text: string) {
    const box = this.page.getByLabel(label, { exact: true })
    await expect(async () => {
      await box.fill(text)
      expect(await box.inputValue()).toBe(text)
    }).toPass({ timeout: 15_000 })
  }

  select = (label: string, option: string | { index: number }) =>
    this.page
      .getByLabel(label, { exact: true })
      .selectOption(typeof option === 'string' ? { label: option } : option)

  /** One answer of a question with several. */
  choose = (question: string, answer: string) =>
    this.page.getByRole('group', { name: question, exact: true }).getByLabel(answer, { exact: true }).check()

  async day(question: string, [day, month, year]: Day) {
    const boxes = this.page.getByRole('group', { name: question, exact: true })
    await boxes.getByLabel('Day').fill(day)
    await boxes.getByLabel('Month').fill(month)
    await boxes.getByLabel('Year').fill(year)
  }

  press = (button: string | RegExp) => this.page.getByRole('button', { name: button }).click()

  follow = (link: string | RegExp) => this.page.getByRole('main').getByRole('link', { name: link }).click()

  /** A card by its heading. */
  card = (heading: string) =>
    this.page
      .getByRole('main')
      .locator('section.card')
      .filter({ has: this.page.getByRole('heading', { name: heading, exact: true }) })

  /** The facts of a card, each as "Term: what it is". */
  facts = () =>
    this.page
      .getByRole('main')
      .locator('dl.facts > div')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((part) => part.textContent.trim()).join(': ')),
      )
}
