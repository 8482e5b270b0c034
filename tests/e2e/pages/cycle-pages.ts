import type { Page } from '@playwright/test'
import { type Day, ServicePage } from './page'
import { type OfPupil, pupilPath } from './pupil-pages'

export type OfCycle = OfPupil & { cycle: { id: string } }

/** Where a cycle's pages lie. */
export const cyclePath = (where: OfCycle) => `${pupilPath(where)}/cycles/${where.cycle.id}`

/** One of a cycle's pages, wherever it lies: come to by a link, or opened by its address. */
class CyclePage extends ServicePage {
  readonly path: string

  constructor(
    page: Page,
    readonly heading: string | RegExp,
    where?: OfCycle,
    below = '',
  ) {
    super(page)
    this.path = where ? cyclePath(where) + below : ''
  }
}

/** Starts a cycle. */
export class StartCyclePage extends CyclePage {
  constructor(page: Page) {
    super(page, /^Start cycle \d+ for /)
  }
}

/** Assess: sources, views, strengths and barriers (6.45). */
export class AssessPage extends CyclePage {
  constructor(page: Page, where?: OfCycle) {
    super(page, 'Assess', where, '/assess')
  }

  async addSource({ kind, saidBy, on, words }: { kind: string; saidBy: string; on: Day; words: string }) {
    await this.follow(`Add to: ${kind}`)
    await this.choose('What is it?', kind)
    await this.write('Who said or wrote it?', saidBy)
    await this.day('When?', on)
    await this.write('What was said or found?', words)
    await this.choose('Who may read it?', 'Staff who work with the pupil')
    await this.press('Save')
  }

  async saveParentViews({
    givenName,
    said,
    whose,
    on,
  }: {
    givenName: string
    said: string
    whose: string
    on: Day
  }) {
    await this.follow(/^(Write down|Change) what the parents say$/)
    await this.write(`What do they say about ${givenName}?`, said)
    await this.write('Whose views are these?', whose)
    await this.day('When did they say it?', on)
    await this.press('Save')
  }

  async savePupilViews({
    givenName,
    said,
    how,
    on,
  }: {
    givenName: string
    said: string
    how: string
    on: Day
  }) {
    await this.follow(new RegExp(`^(Write down|Change) what ${givenName} says$`))
    await this.choose('How were the views gathered?', how)
    await this.write(`What does ${givenName} say?`, said)
    await this.day('When?', on)
    await this.press('Save')
  }

  async saveSummary({
    givenName,
    well,
    barriers,
    need,
  }: {
    givenName: string
    well: string
    barriers: string
    need: string
  }) {
    await this.follow(/^(Write down|Change) strengths, barriers and need$/)
    await this.write(`What does ${givenName} do well?`, well)
    await this.write('What gets in the way?', barriers)
    await this.write('The need, in a few sentences', need)
    await this.press('Save')
  }
}

/** Plan: outcomes first, then provision, who is responsible and when it is reviewed (6.48). */
export class PlanPage extends CyclePage {
  constructor(page: Page, where?: OfCycle) {
    super(page, 'Plan', where, '/plan')
  }

  activate = () => this.press('Bring the plan into force')
}

/** One outcome, with all its parts. */
export class OutcomePage extends CyclePage {
  constructor(page: Page, where?: OfCycle) {
    super(page, /^Outcome \d+ of /, where, '/plan/outcomes/add')
  }

  async fillIn(outcome: {
    givenName: string
    willDo: string
    measure: string
    unit: string
    baseline: string
    on: Day
    target: string
    by: Day
    impact: string
  }) {
    const { givenName } = outcome
    await this.write(`What will ${givenName} do?`, outcome.willDo)
    await this.write('How will you measure it?', outcome.measure)
    await this.write('What is counted?', outcome.unit)
    await this.write(`Where is ${givenName} now?`, outcome.baseline)
    await this.day('When was that measured?', outcome.on)
    await this.write('What is the target?', outcome.target)
    await this.day('By when?', outcome.by)
    await this.write('What impact do you expect?', outcome.impact)
  }

  save = () => this.press('Save outcome')
}

/** One provision: for which outcomes, what, who, how often. */
export class ProvisionPage extends CyclePage {
  constructor(page: Page, where?: OfCycle) {
    super(page, /^(Add|Change) a provision for /, where, '/plan/provisions/add')
  }

  async fillIn(provision: {
    what: string
    who: string
    minutes: string
    perWeek: string
    from: Day
    until: Day
  }) {
    await this.write('What will be done?', provision.what)
    await this.select('Who gives it?', provision.who)
    await this.write('Minutes each time', provision.minutes)
    await this.write('Times a week', provision.perWeek)
    await this.write('Pupils together', '1')
    await this.day('First day', provision.from)
    await this.day('Last day', provision.until)
  }

  save = () => this.press('Save provision')
}

/** Do: the notes of a cycle (6.52). */
export class DoPage extends CyclePage {
  constructor(page: Page, where?: OfCycle) {
    super(page, 'Do', where, '/do')
  }

  notes = () => this.page.getByRole('main').locator('ol.lines > li')
  save = () => this.press('Save note')
}

/** Review: how each outcome went, what was said, what happens next (6.54). */
export class ReviewPage extends CyclePage {
  constructor(page: Page, where?: OfCycle) {
    super(page, 'Review', where, '/review')
  }

  record = () => this.press('Record the review')

  saveDraft = () => this.press('Save as a draft')

  /** One outcome of a plan with one, as far as it is said. */
  async rate(
    name: string,
    { went, now, shows, getting, becomes }: Record<'went' | 'now' | 'shows' | 'getting' | 'becomes', string>,
  ) {
    await this.choose('How did outcome 1 go?', went)
    await this.write(`Where is ${name} now?`, now)
    await this.write('What shows it?', shows)
    await this.choose(`Is ${name} getting on with it?`, getting)
    await this.choose('What becomes of this outcome?', becomes)
  }

  /** One support of a plan with one: given as planned by somebody trained. */
  async weigh({ works, becomes, why }: Record<'works' | 'becomes' | 'why', string>) {
    await this.choose('Does it make a difference?', works)
    await this.choose('Who gave it?', 'The person the plan names')
    await this.choose('Were they trained for it?', 'Trained for it')
    await this.choose('How well was it given?', 'Well')
    await this.choose('What becomes of support 1?', becomes)
    await this.write('Why, for support 1?', why)
  }
}
