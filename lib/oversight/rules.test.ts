import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { booked, held, noShow, yearOf2026 } from '@/lib/parent-meeting/standing.fixture'
import { DEFAULT_STANDING_SETTINGS } from '@/lib/parent-meeting/rules'
import { yearBurnUp } from './burn-up.rules'
import { type AnonymousPupil, duePointsOf, oversightPupil } from './facts.rules'
import { allOf, figuresOf, percentOf } from './rules'

const calendar = { ...yearOf2026, settings: { ...DEFAULT_STANDING_SETTINGS, includeEhcPlan: true } }

const onSupport = (from = '2025-09-03', until: string | null = null, status = 'sen-support') => ({
  status,
  from: isoDate(from),
  until: until === null ? null : isoDate(until),
})

const told = {
  hasParentalResponsibility: true,
  caresForPupil: true,
  restrictedFrom: null,
  restrictedUntil: null,
  told: true,
  toldOn: isoDate('2025-09-05'),
}

const seen = (today: string, over: Partial<AnonymousPupil> = {}) =>
  oversightPupil(
    {
      yearGroup: 4,
      needCode: 'SLCN',
      birthYearFirst: isoDate('2017-09-01'),
      statuses: [onSupport()],
      meetings: [],
      reviewDue: null,
      parents: [told],
      youngPersonTold: false,
      ...over,
    },
    { calendar, since: calendar, today: isoDate(today) },
  )

const autumn = held('2026-10-14')
const spring = held('2027-02-03')
const summer = held('2027-06-09')

describe('oversightPupil', () => {
  it('says of a pupil without a name where they stand, and by which days how many meetings are needed', () => {
    const pupil = seen('2027-03-16', { meetings: [autumn, spring], reviewDue: isoDate('2027-03-12') })
    expect(pupil).toMatchObject({
      status: 'sen-support',
      isFullYear: true,
      heldOn: ['2026-10-14', '2027-02-03'],
      formats: ['in-person', 'in-person'],
      neededBy: [1, 2, 3],
      daysOverdue: 4,
      isTold: true,
    })
    expect(pupil.standing).toMatchObject({ state: 'on-track', held: 2 })
  })

  it('needs less of a pupil who joined in January, and says so', () => {
    const pupil = seen('2027-07-22', { statuses: [onSupport('2027-01-06')], meetings: [spring, summer] })
    expect(pupil).toMatchObject({ isFullYear: false, neededBy: [0, 1, 2] })
    expect(pupil.standing).toMatchObject({ state: 'part-year-met', fewerThanThree: true })
  })

  it('is the whole year for a pupil who went from SEN support to an EHC plan', () => {
    const statuses = [onSupport('2025-09-03', '2027-02-12'), onSupport('2027-02-13', null, 'ehc-plan')]
    expect(seen('2027-03-16', { statuses })).toMatchObject({
      isFullYear: true,
      status: 'ehc-plan',
      isTold: null,
    })
  })

  it.each([
    ['a parent who was told', [told], false, true],
    ['a parent who was not', [{ ...told, told: false, toldOn: null }], false, false],
    ['one of two', [told, { ...told, told: false, toldOn: null }], false, false],
    [
      'only a parent who is shut out',
      [{ ...told, told: false, toldOn: null, restrictedFrom: isoDate('2026-01-01') }],
      false,
      false,
    ],
    [
      'an aunt who has no say, and a parent who was told',
      [told, { ...told, told: false, hasParentalResponsibility: false, caresForPupil: false }],
      false,
      true,
    ],
    ['nobody on record', [], false, false],
  ])('%s: told %s', (_who, parents, youngPersonTold, isTold) => {
    expect(seen('2026-11-20', { parents, youngPersonTold }).isTold).toBe(isTold)
  })

  it('asks after compulsory school age whether the young person was told (1.12)', () => {
    const young = { birthYearFirst: isoDate('2009-09-01'), statuses: [onSupport('2026-09-02')], parents: [] }
    expect(seen('2026-11-20', young).isTold).toBe(false)
    expect(seen('2026-11-20', { ...young, youngPersonTold: true }).isTold).toBe(true)
  })

  it('asks nobody to be told of support that has ended', () => {
    expect(
      seen('2026-11-20', { statuses: [onSupport('2025-09-03', '2026-10-30')], parents: [] }),
    ).toMatchObject({
      status: 'ended',
      isTold: null,
    })
  })
})

describe('figuresOf', () => {
  const today = '2027-03-16'
  const school = [
    seen(today, { meetings: [autumn, spring] }),
    seen(today, { meetings: [autumn, spring, held('2027-03-03'), held('2027-03-10')], yearGroup: 5 }),
    seen(today, {
      meetings: [noShow('2026-10-14')],
      yearGroup: 5,
      needCode: 'ASD',
      reviewDue: isoDate('2027-03-05'),
    }),
    seen(today, {
      meetings: [autumn, booked('2027-03-20')],
      statuses: [onSupport('2025-09-03', null, 'ehc-plan')],
    }),
    seen(today, { statuses: [onSupport('2027-01-06')], parents: [], reviewDue: isoDate('2027-03-16') }),
    seen(today, {
      statuses: [onSupport('2025-09-03', '2027-02-12')],
      meetings: [autumn],
      yearGroup: null,
      needCode: null,
    }),
    seen(today, { statuses: [onSupport('2027-04-12')] }),
  ]
  const figures = figuresOf(school)

  it('counts pupils by state, and the strict three whatever the state', () => {
    expect(figures).toMatchObject({
      pupils: 6,
      threeHeld: 1,
      fewerThanThree: 5,
      fewerPartYear: 2,
      fullYear: { pupils: 4, met: 1 },
      states: { met: 1, 'on-track': 2, 'at-risk': 2, 'not-met': 1, 'part-year-met': 0, 'not-applicable': 0 },
    })
  })

  it('does not let one pupil’s fourth meeting make up for another’s third', () => {
    // 2 + 3 of 4 + 0 + 1 + 0 + 1; needed: 3 each of the four all year, 2 and 2 of the others.
    expect(figures).toMatchObject({
      held: 7,
      extra: 1,
      needed: 16,
      formats: { 'in-person': 8, video: 0, phone: 0 },
    })
    expect(figures.expectedByNow).toBe(2 + 2 + 2 + 2 + 1 + 2)
  })

  it('says how many meetings pupils at risk are short of, what is booked taken off', () => {
    expect(figures).toMatchObject({ meetingsShort: 3, oneShort: 1, booked: 1 })
  })

  it('counts each group on its own, those without a year or a need last', () => {
    expect(figures.byYear.map(({ key, counts }) => [key, allOf(counts)])).toEqual([
      [4, 3],
      [5, 2],
      [null, 1],
    ])
    expect(figures.byNeed.map(({ key, counts }) => [key, allOf(counts)])).toEqual([
      ['SLCN', 4],
      ['ASD', 1],
      [null, 1],
    ])
    expect(figures.byStatus.map(({ key, counts }) => [key, allOf(counts)])).toEqual([
      ['sen-support', 4],
      ['ehc-plan', 1],
      ['ended', 1],
    ])
  })

  it('counts reviews that are overdue from the day after, and families who were not told', () => {
    expect(figures.reviews).toEqual({ agreed: 2, overdue: 1, longest: 11 })
    expect(figures.told).toEqual({ asked: 4, missing: 1 })
  })

  it('has figures for a school without pupils', () => {
    expect(figuresOf([])).toMatchObject({
      pupils: 0,
      held: 0,
      needed: 0,
      byYear: [],
      reviews: { longest: 0 },
    })
    expect(percentOf(0, 0)).toBeNull()
  })
})

describe('yearBurnUp', () => {
  const on = (today: string, pupils: readonly (readonly string[])[], bookedOn: string[] = []) =>
    yearBurnUp(
      pupils.map((days) =>
        seen(today, { meetings: [...days.map((day) => held(day)), ...bookedOn.map((day) => booked(day))] }),
      ),
      calendar,
      isoDate(today),
    )

  it('needs a third of the meetings by each due point of the year', () => {
    expect(duePointsOf(calendar)).toEqual(['2026-12-04', '2027-03-11', '2027-07-07'])
    expect(on('2026-11-20', [[], []]).needed).toEqual([
      { by: '2026-12-04', total: 2 },
      { by: '2027-03-11', total: 4 },
      { by: '2027-07-07', total: 6 },
    ])
  })

  it('climbs on each day with meetings that count, and no higher than what is needed', () => {
    const { held: line } = on('2027-03-16', [
      ['2026-10-14', '2027-02-03', '2027-02-10', '2027-03-01'],
      ['2026-10-14', '2026-10-15'],
    ])
    expect(line).toEqual([
      { on: '2026-10-14', total: 2 },
      { on: '2026-10-15', total: 3 },
      { on: '2027-02-03', total: 4 },
      { on: '2027-02-10', total: 5 },
    ])
  })

  it('shows where the term will end if what is booked is held, and nothing between terms', () => {
    expect(on('2027-03-16', [['2026-10-14']], ['2027-03-18']).booked).toEqual({ on: '2027-03-25', total: 2 })
    expect(on('2027-03-16', [['2026-10-14']]).booked).toBeNull()
    expect(on('2027-04-01', [['2026-10-14']], ['2027-04-20']).booked).toBeNull()
  })

  it('books no more than is still needed', () => {
    expect(on('2027-03-16', [['2026-10-14', '2027-02-03']], ['2027-03-18', '2027-03-19']).booked?.total).toBe(
      3,
    )
  })
})
