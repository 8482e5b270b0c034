import type { Page } from '@playwright/test'
import { type Day, ServicePage } from './page'

export type OfPupil = {
  school: { slug: string }
  pupil: { id: string; givenName: string; familyName: string }
}

/** Where a pupil's pages lie. */
export const pupilPath = ({ school, pupil }: OfPupil) => `/schools/${school.slug}/pupils/${pupil.id}`

/** How a pupil is called in the heading of their pages. */
export const nameOf = ({ pupil }: OfPupil) => `${pupil.givenName} ${pupil.familyName}`

/** One pupil: what anyone who works with them needs to see first. */
export class PupilPage extends ServicePage {
  readonly heading: string
  readonly path: string

  constructor(page: Page, where: OfPupil) {
    super(page)
    this.heading = nameOf(where)
    this.path = pupilPath(where)
  }
}

/** Records that a parent was told of SEN support (6.43). */
export class ParentToldPage extends ServicePage {
  readonly heading: string
  readonly path: string

  constructor(page: Page, where: OfPupil) {
    super(page)
    this.heading = `Record who was told of SEN support for ${nameOf(where)}`
    this.path = `${pupilPath(where)}/parents-told`
  }

  async record({ who, how, on }: { who?: string; how?: string; on?: Day }) {
    if (who) await this.choose('Who was told?', who)
    if (how) await this.choose('How?', how)
    if (on) await this.day('On which day?', on)
    await this.press('Save')
  }
}

/** Writes down a concern. */
export class ConcernPage extends ServicePage {
  readonly heading: string
  readonly path: string

  constructor(page: Page, where: OfPupil) {
    super(page)
    this.heading = `Write down a concern about ${nameOf(where)}`
    this.path = `${pupilPath(where)}/concerns/raise`
  }
}
