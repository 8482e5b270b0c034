import type { Page } from '@playwright/test'
import { ServicePage } from './page'

/** The first page of a member of staff: what waits for them. */
export class TodayPage extends ServicePage {
  readonly heading = /^Good (morning|afternoon|evening), /
  readonly path: string

  constructor(page: Page, school: { slug: string }) {
    super(page)
    this.path = `/schools/${school.slug}`
  }
}

/** What a class needs today, with one tap for each session. */
export class ClassSheetPage extends ServicePage {
  readonly heading: string
  readonly path: string

  constructor(page: Page, school: { slug: string }, schoolClass: { id: string; name: string }) {
    super(page)
    this.heading = `${schoolClass.name}, today`
    this.path = `/schools/${school.slug}/classes/${schoolClass.id}`
  }

  /** A key of one session: what it says, and what and whom it is about. */
  key = (says: string, about: string) =>
    this.page.getByRole('button', { name: new RegExp(`^${says} ?, ${about}$`) })

  tap = (says: string, about: string) => this.key(says, about).click()

  /** What opens the reasons of a session that was not, or not wholly, given. */
  say = (delivered: string) => this.page.locator('summary').filter({ hasText: delivered })
}

/** Whether duties are met: by pupil for those who lead, in figures for a governor. */
export class OversightPage extends ServicePage {
  readonly heading = 'Are we keeping our side?'
  readonly path: string

  constructor(page: Page, school: { slug: string }) {
    super(page)
    this.path = `/schools/${school.slug}/oversight`
  }
}
