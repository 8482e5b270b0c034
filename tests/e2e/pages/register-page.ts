import { expect, type Page } from '@playwright/test'
import { ServicePage } from './page'

/** The SEN register; a teacher's own part of it has a heading of its own. */
export class RegisterPage extends ServicePage {
  readonly heading = /^(SEN register|My pupils on the SEN register)$/
  readonly path: string

  constructor(page: Page, school: { slug: string }, query = '') {
    super(page)
    this.path = `/schools/${school.slug}/sen-register${query}`
  }

  rows = () => this.page.getByRole('table').getByRole('rowheader')
  row = (name: string) => this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name }) })

  /** The pupils shown, by name, in their order. */
  names = () => this.rows().getByRole('link').allTextContents()

  /** On a phone the filters stand behind one control. */
  async showFilters() {
    const control = this.page.getByLabel(/^Search and filters/)
    if (await this.page.getByText(/^Search and filters/).isVisible()) await control.check()
    await expect(this.page.getByLabel('Name', { exact: true })).toBeVisible()
    return this
  }

  async filter(asked: Partial<Record<'Name' | 'few', string>> & { choices?: Record<string, string> }) {
    await this.showFilters()
    if (asked.Name !== undefined) await this.write('Name', asked.Name)
    for (const [label, option] of Object.entries(asked.choices ?? {})) await this.select(label, option)
    await this.press('Show')
  }
}
