import type { ParentMeetingFormat } from '@/lib/parent-meeting/counting.rules'
import { FORMATS } from '@/lib/parent-meeting/record.rules'
import { MEETINGS_EACH_YEAR, type StandingState } from '@/lib/parent-meeting/rules'
import { REGISTER_STATUSES, type RegisterStatus } from '@/lib/sen-register/rules'
import type { OversightPupil } from './facts.rules'

/** The states a pupil of this year's register can be in; who is still to come onto it is in none. */
export type CountedState = Exclude<StandingState, 'not-in-scope'>

export type StateCounts = Record<CountedState, number>

/** One line of a table by year group, need or status. */
export type CountedBy<Key> = { readonly key: Key; readonly counts: StateCounts }

/** What head and governors are told of the year so far (8.3; P127, P131, P132). */
export type Figures = {
  /** Everyone on the register on a day of this school year so far. */
  readonly pupils: number
  /** Meetings held that count towards what is needed: a fourth makes up for nobody else's third. */
  readonly held: number
  /** Meetings held beyond what was needed of the pupil. */
  readonly extra: number
  readonly needed: number
  /** What the rule of the year asks of a pupil here all year: three, as the Code stands. */
  readonly eachYear: number
  readonly expectedByNow: number
  /** Booked for the rest of this term. */
  readonly booked: number
  readonly threeHeld: number
  /** The strict count, whatever the state (8.3). */
  readonly fewerThanThree: number
  /** Of those, the ones of whom the year asks fewer than three: listed apart, so that nothing is hidden. */
  readonly fewerPartYear: number
  readonly fullYear: { readonly pupils: number; readonly met: number }
  readonly states: StateCounts
  /** Meetings that pupils at risk are short of, booked ones taken off. */
  readonly meetingsShort: number
  /** Pupils at risk who need only one meeting to be on track again. */
  readonly oneShort: number
  readonly byYear: readonly CountedBy<number | null>[]
  readonly byNeed: readonly CountedBy<string | null>[]
  readonly byStatus: readonly CountedBy<RegisterStatus>[]
  readonly formats: Record<ParentMeetingFormat, number>
  readonly reviews: { readonly agreed: number; readonly overdue: number; readonly longest: number }
  readonly told: { readonly asked: number; readonly missing: number }
}

const total = (pupils: readonly OversightPupil[], of: (pupil: OversightPupil) => number) =>
  pupils.reduce((sum, pupil) => sum + of(pupil), 0)

const noStates = (): StateCounts => ({
  met: 0,
  'on-track': 0,
  'at-risk': 0,
  'part-year-met': 0,
  'not-met': 0,
  'not-applicable': 0,
})

/** How many pupils stand in each state against 6.65 (R21). */
export function countStates(pupils: readonly Pick<OversightPupil, 'standing'>[]): StateCounts {
  const counts = noStates()
  for (const { standing } of pupils) if (standing.state !== 'not-in-scope') counts[standing.state] += 1
  return counts
}

function countBy<Key>(
  pupils: readonly OversightPupil[],
  keyOf: (pupil: OversightPupil) => Key,
  order: (a: CountedBy<Key>, b: CountedBy<Key>) => number,
): CountedBy<Key>[] {
  return [...new Set(pupils.map(keyOf))]
    .map((key) => ({ key, counts: countStates(pupils.filter((pupil) => keyOf(pupil) === key)) }))
    .sort(order)
}

/** Pupils in a row of counts. */
export const allOf = (counts: StateCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

// Whoever has no year group on record comes last; the need that most pupils have comes first.
const byYear = (a: CountedBy<number | null>, b: CountedBy<number | null>) =>
  (a.key ?? Infinity) - (b.key ?? Infinity) || 0
const mostFirst = (a: CountedBy<string | null>, b: CountedBy<string | null>) =>
  allOf(b.counts) - allOf(a.counts)
const asOnTheRegister = (a: CountedBy<RegisterStatus>, b: CountedBy<RegisterStatus>) =>
  REGISTER_STATUSES.indexOf(a.key) - REGISTER_STATUSES.indexOf(b.key)

/** What a pupil at risk is short of, once what is booked has been held. */
const shortOf = ({ standing }: OversightPupil) =>
  standing.state === 'at-risk' ? standing.expectedByNow - standing.held - standing.booked : 0

const towardsNeeded = ({ standing }: OversightPupil) => Math.min(standing.held, standing.required)

/** The figures of a school year so far, from what is known of each pupil (8.3, "Headline figures"). */
export function figuresOf(everyone: readonly OversightPupil[]): Figures {
  const pupils = everyone.filter(({ standing }) => standing.state !== 'not-in-scope')
  const fewer = pupils.filter(({ standing }) => standing.fewerThanThree)
  const fullYear = pupils.filter(({ isFullYear }) => isFullYear)
  const formats = pupils.flatMap((pupil) => pupil.formats)
  const held = total(pupils, towardsNeeded)
  const agreed = pupils.filter(({ reviewDue }) => reviewDue !== null)
  return {
    pupils: pupils.length,
    held,
    extra: formats.length - held,
    needed: total(pupils, ({ standing }) => standing.required),
    eachYear: pupils[0]?.standing.eachYear ?? MEETINGS_EACH_YEAR,
    expectedByNow: total(pupils, ({ standing }) => standing.expectedByNow),
    booked: total(pupils, ({ standing }) => standing.booked),
    threeHeld: pupils.length - fewer.length,
    fewerThanThree: fewer.length,
    fewerPartYear: fewer.filter(({ standing }) => standing.required < standing.eachYear).length,
    fullYear: {
      pupils: fullYear.length,
      met: fullYear.filter(({ standing }) => standing.state === 'met').length,
    },
    states: countStates(pupils),
    meetingsShort: total(pupils, shortOf),
    oneShort: pupils.filter((pupil) => shortOf(pupil) === 1).length,
    byYear: countBy(pupils, ({ yearGroup }) => yearGroup, byYear),
    byNeed: countBy(pupils, ({ need }) => need, mostFirst),
    byStatus: countBy(pupils, ({ status }) => status, asOnTheRegister),
    formats: Object.fromEntries(
      FORMATS.map((format) => [format, formats.filter((one) => one === format).length]),
    ) as Figures['formats'],
    reviews: {
      agreed: agreed.length,
      overdue: agreed.filter(({ daysOverdue }) => daysOverdue > 0).length,
      longest: Math.max(0, ...agreed.map(({ daysOverdue }) => daysOverdue)),
    },
    told: {
      asked: pupils.filter((pupil) => pupil.isTold !== null).length,
      missing: pupils.filter((pupil) => pupil.isTold === false).length,
    },
  }
}

/** A share in whole hundredths; null of nothing. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 100)
