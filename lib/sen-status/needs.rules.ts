import type { IsoDate } from '@/lib/calendar/iso-date'
import type { StatusKind } from './rules'

/** The four broad areas of need (Code of Practice 6.28 to 6.35). */
export const BROAD_AREAS = [
  'communication-and-interaction',
  'cognition-and-learning',
  'social-emotional-and-mental-health',
  'sensory-and-or-physical',
] as const

export type BroadArea = (typeof BROAD_AREAS)[number]

/** A SEN type of the school census with the days it may be used on; reference data, not code (domain.md 3.1). */
export type NeedType = {
  readonly code: string
  readonly name: string
  readonly broadArea: BroadArea | null
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
}

/** One need of a pupil; the first is the main one. `broadArea` is chosen where the type does not say it. */
export type RankedNeed = { readonly code: string; readonly broadArea: BroadArea | null }

/** The census takes two needs; a school may keep a few more for itself (domain.md 3.1; R34). */
export const MAX_NEEDS = 4

/** "SEN support but no specialist assessment of type of need": a type for SEN support only (domain.md 3.1). */
export const NO_SPECIALIST_ASSESSMENT = 'NSA'

/** The need types that may be chosen on this day (domain.md 3.1). */
export const needTypesOn = (types: readonly NeedType[], day: IsoDate): NeedType[] =>
  types.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))

export type NeedProblem = { row: number; part: 'code' | 'broadArea'; message: string }

type Allowed = { types: readonly NeedType[]; day: IsoDate; status: StatusKind | null }

function codeProblem(
  need: RankedNeed,
  earlier: readonly RankedNeed[],
  { types, day, status }: Allowed,
): string | null {
  const type = types.find(({ code }) => code === need.code)
  if (!type) return 'Select a need from the list'
  if (!needTypesOn([type], day).length) return `${type.name} could not be chosen on this day`
  if (earlier.some(({ code }) => code === need.code))
    return `${type.name} is already above: select each need once`
  if (need.code === NO_SPECIALIST_ASSESSMENT && status === 'ehc-plan')
    return `${type.name} goes with SEN support only: select the need that the EHC plan names`
  return null
}

/**
 * What is wrong with a pupil's needs, main one first: each a type of that day and only once, "no specialist assessment"
 * only with SEN support, and an area chosen where the type has none (domain.md 1.2 and 3.1, R34).
 */
export function needProblems(needs: readonly RankedNeed[], allowed: Allowed): NeedProblem[] {
  return needs.flatMap((need, row): NeedProblem[] => {
    const message = codeProblem(need, needs.slice(0, row), allowed)
    if (message) return [{ row, part: 'code', message }]
    const type = allowed.types.find(({ code }) => code === need.code)
    return type?.broadArea === null && need.broadArea === null
      ? [
          {
            row,
            part: 'broadArea',
            message: `Select an area for ${type.name.charAt(0).toLowerCase()}${type.name.slice(1)}`,
          },
        ]
      : []
  })
}

/** A need as it is kept, with the day it began. */
export type KeptNeed = RankedNeed & { readonly id: string; readonly rank: number; readonly from: IsoDate }

/** What is to be closed and what opened so that these needs hold from the day on. */
export type NeedSteps = { close: string[]; open: (RankedNeed & { rank: number })[] }

/** Needs that stay as they are keep their own first day; the rest are closed and opened anew, ranks 1 to n without a gap. */
export function needSteps(kept: readonly KeptNeed[], wanted: readonly RankedNeed[]): NeedSteps {
  const ranked = wanted.map((need, index) => ({
    code: need.code,
    broadArea: need.broadArea,
    rank: index + 1,
  }))
  const same = (one: RankedNeed & { rank: number }, other: RankedNeed & { rank: number }) =>
    one.code === other.code && one.rank === other.rank && one.broadArea === other.broadArea
  return {
    close: kept.filter((old) => !ranked.some((each) => same(old, each))).map(({ id }) => id),
    open: ranked.filter((each) => !kept.some((old) => same(old, each))),
  }
}

/** The needs after a main one was chosen: it comes first, and what the status does not allow goes (domain.md 3.1). */
export const withMainNeed = (
  needs: readonly RankedNeed[],
  main: RankedNeed,
  status: StatusKind,
): RankedNeed[] =>
  [
    main,
    ...needs.filter(
      ({ code }) => code !== main.code && !(status === 'ehc-plan' && code === NO_SPECIALIST_ASSESSMENT),
    ),
  ].slice(0, MAX_NEEDS)

/** A need type as it is offered: with its area, or that one has to be chosen. */
export type NeedChoice = Pick<NeedType, 'code' | 'name' | 'broadArea'>
