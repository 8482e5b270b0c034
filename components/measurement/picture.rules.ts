import { scaleLinear } from 'd3-scale'
import { dayAndMonth, daysBetween, type IsoDate, plusDays, shortDate } from '@/lib/calendar/iso-date'
import { aimLine, type MeasuredOutcome, numericPoints } from '@/lib/measurement/rules'

export type Frame = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

export type Drawn = {
  readonly lines: readonly { value: number; y: number }[]
  readonly days: readonly { words: string; x: number; anchor: 'start' | 'middle' | 'end' }[]
  readonly aim: string
  readonly now: string
  readonly dots: readonly { x: number; y: number }[]
  readonly start: { x: number; y: number; value: number }
  readonly target: { x: number; y: number; value: number; by: string }
  readonly last: { x: number; y: number; value: number; on: string } | null
  readonly review: { x: number; words: string } | null
  readonly phases: readonly { x: number; words: string }[]
}

const at = (value: number) => Math.round(value * 10) / 10

/** The days along the foot: the first, and evenly on, leaving the last tenth to the review. */
function daysAlong(from: IsoDate, span: number, many: number): IsoDate[] {
  const step = Math.max(1, Math.floor(span / many))
  return Array.from({ length: many }, (_, place) => plusDays(from, place * step)).filter(
    (day) => daysBetween(from, day) < span,
  )
}

/**
 * Where everything stands in the drawing: points and line, the dashed aim line to the diamond, the review day, and the
 * phases of the support. Null where the measure is not a number or no two days are known: then the table says it all.
 */
export function drawMeasurements(outcome: MeasuredOutcome, frame: Frame, many: number): Drawn | null {
  const line = aimLine(outcome)
  if (!line) return null
  const points = numericPoints(outcome).filter(({ on }) => on >= line.from.on)
  const all = [{ on: line.from.on, value: line.from.value }, ...points.filter(({ on }) => on > line.from.on)]
  const { reviewDue } = outcome
  const lastDay = [line.to.on, reviewDue, all.at(-1)?.on].reduce<IsoDate>(
    (latest, day) => (day && day > latest ? day : latest),
    line.to.on,
  )
  const span = daysBetween(line.from.on, lastDay)
  const values = [...all.map(({ value }) => value), line.to.value]
  const across = scaleLinear([0, span], [frame.left, frame.width - frame.right])
  const up = scaleLinear(
    [Math.min(0, ...values), Math.max(...values)],
    [frame.height - frame.bottom, frame.top],
  ).nice(4)
  const x = (day: IsoDate) => at(across(daysBetween(line.from.on, day)))
  const y = (value: number) => at(up(value))
  const dots = all.map(({ on, value }) => ({ x: x(on), y: y(value) }))
  const last = points.at(-1)
  const days = daysAlong(line.from.on, span, many)
  const isInside = (day: IsoDate) => day >= line.from.on && day <= lastDay
  return {
    lines: up.ticks(4).map((value) => ({ value, y: y(value) })),
    days: days.map((day, place) => ({
      words: shortDate(day),
      x: x(day),
      anchor: place === 0 ? 'start' : 'middle',
    })),
    aim: `M${x(line.from.on)} ${y(line.from.value)}L${x(line.to.on)} ${y(line.to.value)}`,
    now: `M${dots.map((dot) => `${dot.x} ${dot.y}`).join('L')}`,
    dots,
    start: { x: x(line.from.on), y: y(line.from.value), value: line.from.value },
    target: { x: x(line.to.on), y: y(line.to.value), value: line.to.value, by: dayAndMonth(line.to.on) },
    last: last ? { x: x(last.on), y: y(last.value), value: last.value, on: dayAndMonth(last.on) } : null,
    review:
      reviewDue && isInside(reviewDue) ? { x: x(reviewDue), words: `Review ${shortDate(reviewDue)}` } : null,
    phases: outcome.phases
      .slice(1)
      .filter(({ from }) => from > line.from.on && from <= lastDay)
      .map(({ what, from }) => ({ x: x(from), words: what })),
  }
}
