import { scaleLinear } from 'd3-scale'
import { daysBetween, type IsoDate, plusDays, plusMonths, shortDate } from '@/lib/calendar/iso-date'

export type Held = { on: IsoDate; total: number }
export type Needed = { by: IsoDate; total: number }

export type BurnUpFacts = {
  firstDay: IsoDate
  lastDay: IsoDate
  today: IsoDate
  /** Meetings held so far in the year, day by day or week by week, oldest first. */
  held: readonly Held[]
  /** Meetings needed in all by each due point, if every pupil keeps pace. */
  needed: readonly Needed[]
  /** Where the line goes if what is booked is held. */
  booked?: Held | null
  /** The same day by day, to the end of the year. */
  ahead?: readonly Held[]
}

export type Frame = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** Where everything stands in the drawing, in its own units. */
export function drawBurnUp(facts: BurnUpFacts, frame: Frame, lines: number) {
  const { firstDay, lastDay, today, held, needed, booked } = facts
  const ahead = facts.ahead ?? (booked ? [booked] : [])
  const most = Math.max(
    1,
    ...held.map(({ total }) => total),
    ...needed.map(({ total }) => total),
    ahead.at(-1)?.total ?? 0,
  )
  const across = scaleLinear(
    [0, daysBetween(firstDay, lastDay)],
    [frame.left, frame.width - frame.right],
  ).clamp(true)
  const up = scaleLinear([0, most], [frame.height - frame.bottom, frame.top])
  const x = (day: IsoDate) => Math.round(across(daysBetween(firstDay, day)))
  const y = (total: number) => Math.round(up(total))
  const points = [{ on: firstDay, total: 0 }, ...held]
  const last = points.at(-1) ?? { on: firstDay, total: 0 }
  const now = { x: x(today), y: y(last.total), total: last.total }

  return {
    now,
    lines: up
      .ticks(lines)
      .filter(Number.isInteger)
      .map((total) => ({ total, y: y(total) })),
    months: everyOtherMonth(firstDay, lastDay).map((day) => ({ month: shortDate(day).slice(-3), x: x(day) })),
    held: `M${[...points.map(({ on, total }) => `${x(on)} ${y(total)}`), `${now.x} ${now.y}`].join('L')}`,
    needed: `M${x(firstDay)} ${y(0)}${needed.map(({ by, total }) => `H${x(by)}V${y(total)}`).join('')}H${x(lastDay)}`,
    steps: needed.map(({ by, total }) => ({ by, total, x: x(by), y: y(total) })),
    booked:
      ahead.length > 0
        ? `M${now.x} ${now.y}${ahead.map(({ on, total }) => `L${x(on)} ${y(total)}`).join('')}`
        : null,
  }
}

function everyOtherMonth(firstDay: IsoDate, lastDay: IsoDate): IsoDate[] {
  const first = firstDay.endsWith('-01')
    ? firstDay
    : plusMonths(plusDays(firstDay, 1 - Number(firstDay.slice(8))), 1)
  const months: IsoDate[] = []
  for (let month = first; month < lastDay; month = plusMonths(month, 2)) months.push(month)
  return months
}
