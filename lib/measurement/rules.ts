import { daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import { onScaleOf, readingOf } from './reading.rules'

/** One value of an outcome's measure, as it was written on its day (P56). */
export type Measurement = {
  readonly id: string
  readonly on: IsoDate
  readonly value: string
  readonly note: string | null
  readonly by: string
  /** Null where it was taken by itself; else the Do note it came with. */
  readonly doNoteId: string | null
  /** Kept by itself, so that it is corrected here; a Do note’s own is corrected with the note. */
  readonly byItself: boolean
  readonly isShared: boolean
}

/** A provision that serves the outcome: where one begins after the first, the way of working changed. */
export type Phase = { readonly what: string; readonly from: IsoDate }

/** An outcome with everything that was measured of it. */
export type MeasuredOutcome = {
  readonly id: string
  readonly willDo: string
  readonly measure: string | null
  readonly unit: string | null
  readonly baseline: string | null
  readonly baselineOn: IsoDate | null
  readonly target: string | null
  readonly by: IsoDate | null
  readonly reviewDue: IsoDate | null
  /** The day the plan came into force: where the baseline has no day of its own, it counts from here. */
  readonly activatedOn: IsoDate | null
  readonly points: readonly Measurement[]
  readonly phases: readonly Phase[]
}

/** The straight line from the baseline to the target: what "on the way" means on a day between. */
export type AimLine = {
  readonly from: { readonly on: IsoDate; readonly value: number }
  readonly to: { readonly on: IsoDate; readonly value: number }
}

/** The aim line of an outcome; null where baseline or target are not numbers, or no two days are known. */
export function aimLine(
  outcome: Pick<MeasuredOutcome, 'baseline' | 'baselineOn' | 'target' | 'by' | 'reviewDue' | 'activatedOn'>,
): AimLine | null {
  const target = readingOf(outcome.target)
  const baseline = readingOf(outcome.baseline)
  const from = outcome.baselineOn ?? outcome.activatedOn
  const to = outcome.by ?? outcome.reviewDue
  if (!target || !baseline || from === null || to === null || from >= to) return null
  return { from: { on: from, value: onScaleOf(baseline, target) }, to: { on: to, value: target.value } }
}

/** Where the aim line stands on a day: the baseline before it begins, the target once its day has passed. */
export function aimOn({ from, to }: AimLine, day: IsoDate): number {
  if (day <= from.on) return from.value
  if (day >= to.on) return to.value
  return from.value + ((to.value - from.value) * daysBetween(from.on, day)) / daysBetween(from.on, to.on)
}

/** A measurement that is a number, on the scale of the target. */
export type Point = { readonly on: IsoDate; readonly value: number }

/** The measurements that are numbers, oldest first, one a day: the last one written of a day stands for it. */
export function numericPoints(outcome: Pick<MeasuredOutcome, 'target' | 'points'>): Point[] {
  const scale = readingOf(outcome.target)
  const byDay = new Map<IsoDate, number>()
  for (const { on, value } of outcome.points) {
    const reading = readingOf(value)
    if (reading) byDay.set(on, scale ? onScaleOf(reading, scale) : reading.value)
  }
  return [...byDay].map(([on, value]) => ({ on, value })).sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** How many points in a row prompt a change (domain.md 7.6; a product default). */
export const POINTS_IN_A_ROW = 4

/** The latest points in a row on the wrong side of the aim line. */
export type UnderAim = { readonly count: number; readonly since: IsoDate; readonly lastOn: IsoDate }

const isUnder = (line: AimLine, { on, value }: Point) =>
  line.to.value > line.from.value ? value < aimOn(line, on) : value > aimOn(line, on)

/**
 * Whether the last four points, or more, are all on the wrong side of the aim line: under it for a target above the
 * baseline, over it for one below ("fewer incidents"). A prompt to think about the support, and no verdict. Points
 * from before the way of working last changed are not counted: the change was the answer. A point on the line is on
 * the way.
 */
export function underAim(
  outcome: Pick<
    MeasuredOutcome,
    'baseline' | 'baselineOn' | 'target' | 'by' | 'reviewDue' | 'activatedOn' | 'points' | 'phases'
  >,
): UnderAim | null {
  const line = aimLine(outcome)
  if (!line || line.from.value === line.to.value) return null
  const [, ...changes] = outcome.phases.map(({ from }) => from).sort()
  const lastChange = changes.at(-1)
  const counted = numericPoints(outcome).filter(
    ({ on }) => on > line.from.on && (lastChange === undefined || on >= lastChange),
  )
  const lastOnTheWay = counted.findLastIndex((point) => !isUnder(line, point))
  const run = counted.slice(lastOnTheWay + 1)
  const [first] = run
  const last = run.at(-1)
  if (!first || !last || run.length < POINTS_IN_A_ROW) return null
  return { count: run.length, since: first.on, lastOn: last.on }
}
