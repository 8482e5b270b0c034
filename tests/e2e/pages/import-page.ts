import type { Page } from '@playwright/test'
import { ServicePage } from './page'

/** Where a register comes in. */
export class ImportPage extends ServicePage {
  readonly heading = 'Import the register'
  readonly path: string

  constructor(page: Page, school: { slug: string }) {
    super(page)
    this.path = `/schools/${school.slug}/import`
  }

  /** Chooses a file of these lines and sends it. */
  async send(lines?: readonly string[]) {
    if (lines)
      await this.page.getByLabel('The register or the whole roll, as a CSV file').setInputFiles({
        name: 'register.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(lines.join('\r\n')),
      })
    await this.press('Read the file')
  }
}

/** What an import would do, and after it what it did. */
export class DryRunPage extends ServicePage {
  readonly heading: string
  readonly path = ''

  constructor(page: Page, stage: 'dry run' | 'imported' = 'dry run') {
    super(page)
    this.heading = stage === 'imported' ? 'The register is imported' : 'What this import would do'
  }

  confirm = () => this.press(/^Import \d+ pupils?$/)
}
