import type { Page } from '@playwright/test'
import { ServicePage } from './page'

type Child = { id: string; givenName: string }

/** A parent's page about their child. */
export class ChildPage extends ServicePage {
  readonly heading: string
  readonly path: string

  constructor(page: Page, pupil: Child) {
    super(page)
    this.heading = pupil.givenName
    this.path = `/family/${pupil.id}`
  }
}

/** The family's copy of the plan, to keep on paper. */
export class FamilyCopyPage extends ServicePage {
  readonly heading: string
  readonly path: string

  constructor(page: Page, pupil: Child) {
    super(page)
    this.heading = `${pupil.givenName}’s plan`
    this.path = `/family/${pupil.id}/plan`
  }
}
