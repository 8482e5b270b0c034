import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../test'

/** What axe finds wrong with the page as it stands, a line each (WCAG 2.2 AA). */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** How far the page can be scrolled sideways, in pixels: 0 is right at every width. */
export const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** A page of the service. Opening one checks where we are, that it is accessible and that it fits its width. */
export abstract class ServicePage {
  abstract readonly path: string
  abstract readonly heading: string | RegExp

  constructor(protected readonly page: Page) {}

  async open() {
    await this.page.goto(this.path)
    return this.isShown()
  }

  async isShown() {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.heading)
    // axe is script, so the no-javascript project checks everything but this
    if (test.info().project.name !== 'no-javascript') expect(await accessibilityProblems(this.page)).toEqual([])
    if (test.info().project.name === 'phone') expect(await sidewaysScroll(this.page)).toBe(0)
    return this
  }

  /** The error summary, as a list of its messages; empty when there is none. */
  problems = () => this.page.locator('.govuk-error-summary').getByRole('listitem').allTextContents()
}
