import type { Page } from '@playwright/test'
import { ServicePage } from './page'
import { nameOf, type OfPupil, pupilPath } from './pupil-pages'

const meetings = (place: OfPupil) => `${pupilPath(place)}/parent-meetings`

/** The form that arranges a meeting about a pupil. */
export class ArrangePage extends ServicePage {
  readonly path: string
  readonly heading: string

  constructor(page: Page, place: OfPupil) {
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

  constructor(page: Page, place: OfPupil & { meeting?: { id: string } }) {
    super(page)
    this.path = `${meetings(place)}/${place.meeting?.id ?? ''}`
    this.heading = `Meeting about ${nameOf(place)}`
  }

  said = () => this.page.getByRole('status').first()
  panel = () => this.page.locator('.count')
}

/** A meeting's record on one screen. */
export class RecordPage extends ServicePage {
  readonly path: string
  readonly heading = /^Record (a|of the) meeting about/

  constructor(page: Page, place: OfPupil & { meeting: { id: string } }) {
    super(page)
    this.path = `${meetings(place)}/${place.meeting.id}/record`
  }

  came = (name: string) => this.page.getByLabel(name)
  pupilsPart = (part: string) => this.page.getByLabel(part).check()
  action = (row: number) => this.page.getByRole('group', { name: `Action ${row}` })
  save = (button: 'Record as held' | 'Save the record') =>
    this.page.getByRole('button', { name: button }).click()
}
