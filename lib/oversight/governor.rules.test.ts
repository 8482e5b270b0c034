import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import type { YearBurnUp } from './burn-up.rules'
import { governorFigures } from './governor.rules'
import { type Figures, allOf, type StateCounts } from './rules'

const today = isoDate('2027-03-16')
const noBurnUp: YearBurnUp = { held: [], needed: [], booked: null, termEnds: null }

const counts = (met: number, onTrack = 0, atRisk = 0, partYear = 0, notMet = 0, none = 0): StateCounts => ({
  met,
  'on-track': onTrack,
  'at-risk': atRisk,
  'part-year-met': partYear,
  'not-met': notMet,
  'not-applicable': none,
})

/** The figures of a school with these pupils by year group; what is not said is as ordinary as it can be. */
function school(years: readonly StateCounts[], over: Partial<Figures> = {}): Figures {
  const states = counts(0)
  for (const year of years)
    for (const state of Object.keys(states) as (keyof StateCounts)[]) states[state] += year[state]
  const pupils = allOf(states)
  return {
    pupils,
    held: pupils * 2,
    extra: 0,
    needed: pupils * 3,
    eachYear: 3,
    expectedByNow: pupils * 2,
    booked: 0,
    threeHeld: states.met,
    fewerThanThree: pupils - states.met,
    fewerPartYear: 0,
    fullYear: { pupils, met: states.met },
    states,
    meetingsShort: 0,
    oneShort: 0,
    byYear: years.map((year, key) => ({ key, counts: year })),
    byNeed: [{ key: 'SLCN', counts: states }],
    byStatus: [{ key: 'sen-support', counts: states }],
    formats: { 'in-person': pupils * 2, video: 0, phone: 0 },
    reviews: { agreed: pupils, overdue: 0, longest: 0 },
    told: { asked: pupils, missing: 0 },
    ...over,
  }
}

const large = [counts(12, 20, 10), counts(14, 22, 9)]

describe('governorFigures', () => {
  it('shows a large school’s figures', () => {
    const shown = governorFigures(school(large), noBurnUp, today)
    expect(shown).toMatchObject({
      pupils: 87,
      threeHeld: 26,
      fewerThanThree: 61,
      threeHeldPercent: { percent: 30, of: 'full-year' },
      behind: 19,
      reviewsOverdue: 'few',
      notTold: 'few',
    })
    expect(shown.byYear?.rows[0]).toEqual({ key: 0, cells: [12, 'withheld', 10, 'few'], all: 42 })
  })

  it('puts pupils at risk with those for whom it is not met: one beside the other would give the second away', () => {
    const shown = governorFigures(school([counts(12, 20, 10, 0, 2), counts(14, 22, 9)]), noBurnUp, today)
    expect(shown.behind).toBe(21)
    expect(JSON.stringify(shown)).not.toContain('19')
  })

  it('gives the share of everyone where that of pupils here all year would tell of a few who were not', () => {
    // 26 have had three, 2 of them here for part of the year only.
    const figures = school(large, { fullYear: { pupils: 80, met: 24 } })
    expect(governorFigures(figures, noBurnUp, today).threeHeldPercent).toEqual({
      percent: 30,
      of: 'everyone',
    })
    const many = school(large, { fullYear: { pupils: 60, met: 18 } })
    expect(governorFigures(many, noBurnUp, today).threeHeldPercent).toEqual({ percent: 30, of: 'full-year' })
  })

  it('hides the strict count with what it would be worked out from', () => {
    const shown = governorFigures(school([counts(3, 40), counts(0, 40)]), noBurnUp, today)
    expect([shown.threeHeld, shown.fewerThanThree, shown.threeHeldPercent]).toEqual(['few', 'withheld', null])
  })

  it('withholds what is needed where it falls a little short of three each', () => {
    expect(governorFigures(school(large, { needed: 87 * 3 - 2 }), noBurnUp, today).needed).toBe('withheld')
    expect(governorFigures(school(large, { needed: 87 * 3 - 6 }), noBurnUp, today).needed).toBe(87 * 3 - 6)
    expect(governorFigures(school(large), noBurnUp, today).needed).toBe(87 * 3)
  })

  it('shows reviews overdue only where neither they nor the rest are a few', () => {
    const overdue = (count: number) =>
      governorFigures(school(large, { reviews: { agreed: 87, overdue: count, longest: 9 } }), noBurnUp, today)
        .reviewsOverdue
    expect([5, 6, 81, 82].map(overdue)).toEqual(['few', 6, 81, 'withheld'])
  })

  it('draws the meetings of the year by due points, unless a step is small', () => {
    const line = (totals: readonly [string, number][]): YearBurnUp => ({
      held: totals.map(([on, total]) => ({ on: isoDate(on), total })),
      needed: [
        { by: isoDate('2026-12-04'), total: 87 },
        { by: isoDate('2027-03-11'), total: 174 },
        { by: isoDate('2027-07-07'), total: 261 },
      ],
      booked: { on: isoDate('2027-03-25'), total: 170 },
      termEnds: isoDate('2027-03-25'),
    })
    const shown = (totals: readonly [string, number][]) => governorFigures(school(large), line(totals), today)
    const whole = shown([
      ['2026-10-14', 3],
      ['2026-11-02', 80],
      ['2027-02-03', 150],
      ['2027-03-15', 160],
    ])
    expect(whole.burnUp).toMatchObject({
      held: [
        { on: '2026-12-04', total: 80 },
        { on: '2027-03-11', total: 150 },
        { on: '2027-03-16', total: 160 },
      ],
      booked: null,
    })
    expect(whole.steps).toEqual([
      { by: '2026-12-04', needed: 87, held: 80 },
      { by: '2027-03-11', needed: 174, held: 150 },
      { by: '2027-03-16', needed: null, held: 160 },
    ])
    const few = shown([
      ['2026-10-14', 3],
      ['2027-02-03', 150],
      ['2027-03-15', 160],
    ])
    expect([few.burnUp, few.steps.map(({ held }) => held)]).toEqual([null, ['few', 150, 160]])
    // Three more since the due point: both figures together would say so.
    const late = shown([
      ['2026-10-14', 80],
      ['2027-02-03', 150],
      ['2027-03-15', 153],
    ])
    expect([late.burnUp, late.steps.map(({ held }) => held)]).toEqual([null, [80, 'withheld', 153]])
  })

  it('tells nothing of a school with fewer than six pupils', () => {
    const shown = governorFigures(school([counts(2, 3)]), noBurnUp, today)
    expect(JSON.stringify(shown)).not.toMatch(/:[1-9]/)
    expect(shown.pupils).toBe('few')
  })

  it('never says a number below six, but as a share', () => {
    const year = fc
      .tuple(...Array.from({ length: 6 }, () => fc.integer({ min: 0, max: 15 })))
      .map((of) => counts(...(of as [number])))
    fc.assert(
      fc.property(
        fc.array(year, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (years, overdue, missing) => {
          const figures = school(years)
          const shown = governorFigures(
            {
              ...figures,
              reviews: { agreed: figures.pupils, overdue: Math.min(overdue, figures.pupils), longest: 9 },
              told: { asked: figures.pupils, missing: Math.min(missing, figures.pupils) },
            },
            noBurnUp,
            today,
          )
          const { byYear, byNeed, byStatus, formats, steps } = shown
          const alone = [
            ...[shown.pupils, shown.held, shown.needed, shown.expectedByNow, shown.threeHeld],
            ...[shown.fewerThanThree, shown.behind, shown.reviewsAgreed, shown.reviewsOverdue, shown.notTold],
          ]
          const said = [
            ...alone,
            ...steps.flatMap(({ needed, held }) => [needed, held]),
            ...(byYear?.rows.flatMap(({ cells, all }) => [...cells, all]) ?? []),
            ...(byYear?.columnTotals ?? []),
            ...[...(byNeed ?? []), ...(byStatus ?? [])].map(({ pupils }) => pupils),
            ...Object.values(formats ?? {}),
          ]
          for (const figure of said) if (typeof figure === 'number') expect(figure).toBeGreaterThanOrEqual(6)
          // What three meetings were held for and what they were not make up everyone.
          expect(typeof shown.threeHeld === 'number' || typeof shown.fewerThanThree !== 'number').toBe(true)
        },
      ),
    )
  })
})
