import type { Page } from '@playwright/test'
import { ServicePage } from './page'

type Place = { school: { slug: string }; pupil: { id: string; givenName: string; familyName: string } }

const nameOf = ({ pupil }: Place) => `${pupil.givenName} ${pupil.familyName}`
const meetings = ({ school, pupil }: Place) => `/schools/${school.slug}/pupils/${pupil.id}/parent-meetings`

/** The form that arranges a meeting about a pupil. */
export class ArrangePage extends ServicePage {
  readonly path: string
  readonly heading: string

  constructor(page: Page, place: Place) {
    super(page)
    this.path = `${meetings(place)}/arrange`
    this.heading = `Arrange a meeting about ${nameOf(place)}`
  }

  async fill({
    day,
    month,
    year,
    ...rest
  }: {
    day: string
    month: string
    year: string
    time: string
    invited: string
  }) {
    await this.page.getByLabel('Day').fill(day)
    await this.page.getByLabel('Month').fill(month)
    await this.page.getByLabel('Year').fill(year)
    await this.page.getByLabel('Time').fill(rest.time)
    await this.page.getByLabel('Purpose').selectOption('To review progress')
    await this.page.getByLabel(rest.invited).check()
  }

  arrange = () => this.page.getByRole('button', { name: 'Arrange the meeting' }).click()
}

/** One meeting, with its record and whether it counts. */
export class MeetingPage extends ServicePage {
  readonly path: string
  readonly heading: string

  constructor(page: Page, place: Place & { meeting?: { id: string } }) {
    super(page)
    this.path = `${meetings(place)}/${place.meeting?.id ?? ''}`
    this.heading = `Meeting about ${nameOf(place)}`
  }

  said = () => this.page.getByRole('status').first()
  panel = () => this.page.locator('.count')
  override card = (heading: string) =>
    this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: heading }) })
}

/** A meeting's record on one screen. */
export class RecordPage extends ServicePage {
  readonly path: string
  readonly heading = /^Record (a|of the) meeting about/

  constructor(page: Page, place: Place & { meeting: { id: string } }) {
    super(page)
    this.path = `${meetings(place)}/${place.meeting.id}/record`
  }

  came = (name: string) => this.page.getByLabel(name)
  pupilsPart = (part: string) => this.page.getByLabel(part).check()
  action = (row: number) => this.page.getByRole('group', { name: `Action ${row}` })
  save = (button: 'Record as held' | 'Save the record') =>
    this.page.getByRole('button', { name: button }).click()
}
