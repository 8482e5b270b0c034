import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IsoDate, isoDate, plusDays } from '@/lib/calendar/iso-date'
import { broken } from './check.fixture'
import { CONSTRAINTS, DEFAULT_LIMITS, type Levels, levelsOf } from './constraints.rules'
import { knownRound } from './known.fixture'
import { plan } from './plan.rules'
import { type Hours, type MeetingToPlace, type RoundToPlan, TIMES_OF_DAY } from './timetable.rules'

const days: IsoDate[] = [0, 1, 2].map((at) => plusDays(isoDate('2027-03-01'), at))
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const hours: fc.Arbitrary<Hours[]> = fc.array(
  fc
    .record({
      day: oneOf(days),
      from: fc.integer({ min: 100, max: 200 }),
      length: fc.integer({ min: 4, max: 40 }),
    })
    .map(({ day, from, length }) => ({ day, from: from * 5, until: (from + length) * 5 })),
  { maxLength: 4 },
)

const STAFF = ['senco', 'a', 'b', 'c']
const ROOMS = ['one', 'two', 'three']

const meeting = (at: number): fc.Arbitrary<MeetingToPlace> =>
  fc.record({
    id: fc.constant(`meeting ${at}`),
    leads: fc.uniqueArray(oneOf(STAFF), { minLength: 0, maxLength: 2 }),
    alsoThere: fc.uniqueArray(oneOf(STAFF), { maxLength: 1 }),
    parents: fc.uniqueArray(oneOf(['m', 'n', 'o', 'p']), { maxLength: 2 }),
    family: maybe(oneOf(['khan', 'lee'])),
    minutes: oneOf([15, 20, 25, 30, 60]),
    people: fc.integer({ min: 2, max: 6 }),
    needsRoom: fc.boolean(),
    dueOn: maybe(oneOf(days)),
    isBehind: fc.boolean(),
    prefers: fc.uniqueArray(oneOf(TIMES_OF_DAY), { maxLength: 2 }),
  })

const levels = fc.record(
  Object.fromEntries(CONSTRAINTS.map((constraint) => [constraint, oneOf(levelsOf(constraint))])),
) as unknown as fc.Arbitrary<Levels>

const aRound: fc.Arbitrary<RoundToPlan> = fc.record({
  meetings: fc
    .integer({ min: 0, max: 14 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => meeting(at)))),
  staff: fc.tuple(...STAFF.map((id) => hours.map((own) => ({ id, hours: own })))),
  rooms: fc
    .subarray(ROOMS)
    .map((ids) => ids.map((id, at) => ({ id, building: at === 1 ? 'Annexe' : 'Main', seats: 3 + at }))),
  days: fc.constant(days),
  levels,
  limits: fc.record({
    travelMinutes: oneOf([0, 5, 20]),
    runMinutes: oneOf([45, 120]),
    mostADay: oneOf([1, 2, 6]),
  }),
  kept: fc.constant([]),
  taken: fc.array(
    fc.record({
      who: oneOf([...STAFF, ...ROOMS, 'm']),
      day: oneOf(days),
      from: oneOf([600, 900]),
      until: oneOf([660, 960]),
    }),
    { maxLength: 2 },
  ),
})

describe('a timetable of any round', () => {
  it('breaks no hard constraint, and leaves nothing out without a reason', () => {
    fc.assert(
      fc.property(aRound, fc.integer(), (round, seed) => {
        const { placed, unplaced } = plan(round, { seed, stepsEach: 10 })
        expect(broken(round, placed)).toEqual([])
        const named = [...placed, ...unplaced].map(({ meetingId }) => meetingId)
        expect(named.sort()).toEqual(round.meetings.map(({ id }) => id).sort())
      }),
      { numRuns: 400 },
    )
  })

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(aRound, fc.integer(), (round, seed) => {
        expect(plan(round, { seed })).toEqual(plan(round, { seed }))
      }),
      { numRuns: 40 },
    )
  })

  it('leaves what is kept where it is, and breaks nothing around it', () => {
    fc.assert(
      fc.property(aRound, fc.integer(), (round, seed) => {
        const first = plan(round, { seed }).placed
        const kept = first.filter((_, at) => at % 2 === 0)
        const { placed } = plan({ ...round, kept }, { seed: seed + 1 })
        expect(placed).toEqual(expect.arrayContaining(kept))
        expect(broken({ ...round, kept }, placed)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it.each([1, 2, 3, 4, 5, 6])('places 95 in 100 where all have a place, seed %i', (seed) => {
    const { round, known } = knownRound({ meetings: 80, staff: 14, days: 5, seed })
    expect(known).toHaveLength(80)
    expect(broken({ ...round, limits: DEFAULT_LIMITS }, known)).toEqual([])
    const { placed } = plan(round, { seed })
    expect(broken(round, placed)).toEqual([])
    expect(placed.length / known.length).toBeGreaterThanOrEqual(0.95)
  })
})
