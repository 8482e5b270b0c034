import type { IsoDate } from '@/lib/calendar/iso-date'
import type { UnplacedWhy } from './timetable.rules'

/** One meeting in the timetable of a round, as a page shows it. */
export type TimetableLine = {
  readonly id: string
  readonly pupilId: string
  readonly name: string
  readonly className: string | null
  readonly day: IsoDate
  readonly from: string
  readonly until: string
  readonly leadId: string
  readonly lead: string
  readonly alsoThere: string | null
  readonly room: string | null
  readonly isLocked: boolean
  readonly isBehind: boolean
  /** Siblings in the same round. */
  readonly siblings: readonly string[]
}

/** One meeting without a place, and why. */
export type UnplacedLine = {
  readonly id: string
  readonly name: string
  readonly className: string | null
  readonly why: UnplacedWhy | null
  readonly who: string | null
}

export type Grouped = {
  readonly key: string
  readonly heading: string
  readonly lines: readonly TimetableLine[]
}

const inOrder = (a: TimetableLine, b: TimetableLine) =>
  a.day < b.day
    ? -1
    : a.day > b.day
      ? 1
      : a.from < b.from
        ? -1
        : a.from > b.from
          ? 1
          : a.name.localeCompare(b.name)

function grouped(
  lines: readonly TimetableLine[],
  keyOf: (line: TimetableLine) => { key: string; heading: string },
): Grouped[] {
  const groups = new Map<string, { key: string; heading: string; lines: TimetableLine[] }>()
  for (const line of [...lines].sort(inOrder)) {
    const { key, heading } = keyOf(line)
    const group = groups.get(key)
    if (group) group.lines.push(line)
    else groups.set(key, { key, heading, lines: [line] })
  }
  return [...groups.values()]
}

/** The timetable day by day, each in order of time. */
export const byDay = (lines: readonly TimetableLine[], heading: (day: IsoDate) => string): Grouped[] =>
  grouped(lines, ({ day }) => ({ key: day, heading: heading(day) }))

/** The timetable of each person who leads, by name. */
export const byTeacher = (lines: readonly TimetableLine[]): Grouped[] =>
  grouped(lines, ({ leadId, lead }) => ({ key: leadId, heading: lead })).sort((a, b) =>
    a.heading.localeCompare(b.heading),
  )
