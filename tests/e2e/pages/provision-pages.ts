import type { Page } from '@playwright/test'
import { type OfPupil, pupilPath } from './pupil-pages'
import { ServicePage } from './page'

type School = { slug: string }

/** What the school knows how to give. */
export class CataloguePage extends ServicePage {
  readonly heading = 'Catalogue of provision'
  readonly path: string

  constructor(page: Page, school: School) {
    super(page)
    this.path = `/schools/${school.slug}/catalogue`
  }
}

/** A class on one sheet for whoever covers it. */
export class CoverPage extends ServicePage {
  readonly heading = /: for whoever covers today$/
  readonly path: string

  constructor(page: Page, school: School, schoolClass: { id: string }) {
    super(page)
    this.path = `/schools/${school.slug}/classes/${schoolClass.id}/cover`
  }

  /** How many sides of A4 it takes. */
  async sides() {
    const pdf = await this.page.pdf({ preferCSSPageSize: true })
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  }
}

/** Who has read which plan. */
export class ReadReceiptsPage extends ServicePage {
  readonly heading = 'Who has read the plans'
  readonly path: string

  constructor(page: Page, school: School) {
    super(page)
    this.path = `/schools/${school.slug}/read-receipts`
  }
}

/** How a pupil joins in beside others. */
export class JoiningInPage extends ServicePage {
  readonly heading: string
  readonly path: string

  constructor(page: Page, where: OfPupil) {
    super(page)
    this.heading = `How ${where.pupil.givenName} ${where.pupil.familyName} joins in`
    this.path = `${pupilPath(where)}/joining-in`
  }
}
