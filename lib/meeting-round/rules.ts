import type { IsoDate } from '@/lib/calendar/iso-date'
import { schoolDaysOf, type SchoolCalendar } from '@/lib/calendar/school-days'
import { CONSTRAINTS, DEFAULT_LEVELS, type Levels, levelsOf } from './constraints.rules'
import type { Hours } from './timetable.rules'

/** Planned, published to families, or over. */
export type RoundState = 'draft' | 'published' | 'closed'

/** Published with the times fixed, or for each family to choose its own. */
export const WAYS = ['fixed', 'choose'] as const

export type Way = (typeof WAYS)[number]

/** Which pupils a round is for: those behind first (6.65). */
export const WHO = ['behind', 'needing', 'all', 'class', 'year'] as const

export type Who = (typeof WHO)[number]

/** In which meetings the SENCO sits in (6.67: the teacher leads, supported by the SENCO). */
export const SENCO_JOINS = ['none', 'behind', 'all'] as const

export type SencoJoins = (typeof SENCO_JOINS)[number]

/** What the meetings of a round may be for: all of them are about outcomes and so count (8.3, C5). */
export const ROUND_PURPOSES = ['review', 'plan', 'annual-review'] as const

/** A round is looked at as a whole, so it stays within what fits on a screen and in a term. */
export const MOST_DAYS = 30
export const MOST_ROOMS = 40

/** `15:30` as minutes after midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Minutes after midnight as `15:30`. */
export const timeAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The days of a round: school days only, first and last among them. */
export const roundDays = (calendar: SchoolCalendar, firstOn: IsoDate, lastOn: IsoDate): IsoDate[] =>
  schoolDaysOf(calendar).filter((day) => day >= firstOn && day <= lastOn)

/** The same hours on each day, as a round begins. */
export const sameHours = (days: readonly IsoDate[], from: number, until: number): Hours[] =>
  days.map((day) => ({ day, from, until }))

/** Each constraint with how much it matters, from what is kept; what is not named is as a round begins. */
export function levelsFrom(kept: unknown): Levels {
  const named = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  return Object.fromEntries(
    CONSTRAINTS.map((constraint) => [
      constraint,
      levelsOf(constraint).find((level) => level === named[constraint]) ?? DEFAULT_LEVELS[constraint],
    ]),
  ) as Record<keyof Levels, Levels[keyof Levels]>
}

/** A room as it is typed: "Library, Main building, 6". */
export type RoomLine = { name: string; building: string; seats: number }

const DEFAULT_SEATS = 6
const ONE_BUILDING = 'Main building'

/** Rooms, one on each line: the name, then the building and the chairs where they are known; or what is wrong with a line. */
export function roomsTyped(text: string): { rooms: RoomLine[]; problem?: string } {
  const rooms: RoomLine[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [name = '', ...rest] = line.split(',').map((part) => part.trim())
    const last = rest.at(-1) ?? ''
    const counted = /^(\d{1,3})(\s+(seats|chairs))?$/i.exec(last)
    const seats = counted ? Number(counted[1]) : DEFAULT_SEATS
    const building = (counted ? rest.slice(0, -1) : rest).join(', ') || ONE_BUILDING
    const problem =
      name === ''
        ? `Enter the name of the room first: “${line}”`
        : seats < 2
          ? `A meeting needs at least 2 seats: “${line}”`
          : rooms.some((room) => room.name.toLowerCase() === name.toLowerCase())
            ? `${name} is there twice: give each room a name of its own`
            : null
    if (problem) return { rooms, problem }
    rooms.push({ name, building, seats })
  }
  return rooms.length > MOST_ROOMS ? { rooms, problem: `Enter no more than ${MOST_ROOMS} rooms` } : { rooms }
}

/** The same rooms as they are typed again. */
export const roomsText = (rooms: readonly RoomLine[]): string =>
  rooms.map(({ name, building, seats }) => `${name}, ${building}, ${seats}`).join('\n')

type Kin = { readonly id: string; readonly parents: readonly string[] }

/** Which pupils are siblings in a round: those who share a parent or carer who is asked, by the first of them. */
export function familiesOf(pupils: readonly Kin[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const root = (id: string): string => {
    const up = first.get(id) ?? id
    return up === id ? id : root(up)
  }
  const byParent = new Map<string, string>()
  for (const { id, parents } of pupils) {
    first.set(id, id)
    for (const parent of parents) {
      const other = byParent.get(parent)
      if (other === undefined) byParent.set(parent, id)
      else {
        const [a, b] = [root(other), root(id)].sort()
        if (a !== undefined && b !== undefined) first.set(b, a)
      }
    }
  }
  return new Map(pupils.map(({ id }) => [id, root(id)]))
}
