import type { Page } from '@playwright/test'
import { type Day, ServicePage } from './page'
import { type OfPupil, pupilPath } from './pupil-pages'

export type OfMeeting = OfPupil & { meeting: { id: string } }

/** Arranges a meeting with a pupil's parents. */
export class ArrangePage extends ServicePage {
  readonly heading = /^Arrange a meeting about /
  readonly path: string

  constructor(page: Page, where: OfPupil) {
    super(page)
    this.path = `${pupilPath(where)}/parent-meetings/arrange`
  }

  async fillIn({ on, at, purpose }: { on?: Day; at?: string; purpose?: string }) {
    if (on) await this.day('Date', on)
    if (at) await this.write('Time', at)
    if (purpose) await this.select('Purpose', purpose)
  }

  arrange = () => this.press('Arrange the meeting')
}

/** One meeting: what, when, who, and whether it counts. */
export class MeetingPage extends ServicePage {
  readonly heading = /^Meeting about /
  readonly path: string

  constructor(page: Page, where?: OfMeeting) {
    super(page)
    this.path = where ? `${pupilPath(where)}/parent-meetings/${where.meeting.id}` : ''
  }
}

/** Records a meeting as held, on one screen. */
export class RecordMeetingPage extends ServicePage {
  readonly heading = /^(Record a meeting|Record of the meeting) about /
  readonly path: string

  constructor(page: Page, where?: OfMeeting) {
    super(page)
    this.path = where ? `${pupilPath(where)}/parent-meetings/${where.meeting.id}/record` : ''
  }

  held = () => this.press('Record as held')
}
