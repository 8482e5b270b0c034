import { type Levels, type Limits, weightOf } from './constraints.rules'
import { type MeetingToPlace, type RoundRoom, type RoundToPlan, timeOfDayAt } from './timetable.rules'

/** A time at which a meeting could be, apart from all others: who leads, which day, when, and what that costs in wishes. */
export type Time = {
  readonly lead: number
  readonly day: number
  readonly start: number
  readonly cost: number
}

/** A room a meeting could be in, and what that costs; -1 is a meeting that needs none. */
export type RoomChoice = { readonly room: number; readonly cost: number }

/** A meeting as the planner works with it: people, days and rooms are numbers. */
export type Meeting = {
  readonly id: string
  readonly minutes: number
  readonly isBehind: boolean
  readonly leads: readonly number[]
  readonly alsoThere: readonly number[]
  readonly parents: readonly number[]
  readonly siblings: readonly number[]
  readonly times: readonly Time[]
  readonly rooms: readonly RoomChoice[]
}

export type Setup = {
  readonly meetings: readonly Meeting[]
  readonly days: RoundToPlan['days']
  readonly rooms: readonly RoundRoom[]
  readonly people: readonly string[]
  readonly levels: Levels
  readonly limits: Limits
  /** The hours of each member of staff on each day, by person and day. */
  readonly hours: ReadonlyMap<number, readonly (readonly [number, number])[]>
  readonly slotOf: (person: number, day: number) => number
}

/** Starts are tried on a grid that a meeting fits into: every 15 minutes for half an hour, every 10 for 20, else every 5. */
export const gridOf = (minutes: number): number => (minutes % 15 === 0 ? 15 : minutes % 10 === 0 ? 10 : 5)

/** What of the rules is looked at when times are listed: left out one by one to say which stands in the way. */
export type Asked = { readonly due: boolean; readonly prefers: boolean; readonly alsoThere: boolean }

const EVERYTHING: Asked = { due: true, prefers: true, alsoThere: true }

/** Puts a round in the form the planner works with: each meeting with every time and room that could be its. */
export function setUp(round: RoundToPlan): Setup {
  const { meetings, staff, rooms, days, levels, limits } = round
  const ids = [
    ...staff.map(({ id }) => id),
    ...meetings.flatMap(({ leads, alsoThere, parents }) => [...leads, ...alsoThere, ...parents]),
    ...round.kept.map(({ leadId }) => leadId),
  ]
  const people = [...new Set(ids)]
  const numberOf = new Map(people.map((id, index) => [id, index]))
  const number = (id: string) => numberOf.get(id) ?? -1
  const dayOf = new Map(days.map((day, index) => [day, index]))
  const slotOf = (person: number, day: number) => person * days.length + day

  const hours = new Map<number, (readonly [number, number])[]>()
  for (const { id, hours: own } of staff)
    for (const { day, from, until } of own) {
      const at = dayOf.get(day)
      if (at === undefined || until <= from) continue
      const slot = slotOf(number(id), at)
      hours.set(slot, joined([...(hours.get(slot) ?? []), [from, until]]))
    }
  const families = new Map<string, number[]>()
  meetings.forEach(({ family }, index) => {
    if (family !== null) families.set(family, [...(families.get(family) ?? []), index])
  })
  const bare: Setup = { meetings: [], days, rooms, people, levels, limits, hours, slotOf }
  return {
    ...bare,
    meetings: meetings.map((meeting, index) => ({
      id: meeting.id,
      minutes: meeting.minutes,
      isBehind: meeting.isBehind,
      leads: meeting.leads.map(number),
      alsoThere: meeting.alsoThere.map(number),
      parents: meeting.parents.map(number),
      siblings: (families.get(meeting.family ?? '') ?? []).filter((other) => other !== index),
      times: timesOf(bare, meeting, number),
      rooms: roomsFor(meeting, round),
    })),
  }
}

// Hours that touch are one stretch: a meeting may lie across the seam.
function joined(stretches: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const inOrder = [...stretches].sort((a, b) => a[0] - b[0])
  const done: [number, number][] = []
  for (const [from, until] of inOrder) {
    const last = done.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else done.push([from, until])
  }
  return done
}

/** Every time at which a meeting could be if it were alone. */
export function timesOf(
  setup: Setup,
  meeting: MeetingToPlace,
  number: (id: string) => number,
  asked: Asked = EVERYTHING,
): Time[] {
  const { days, levels, hours, slotOf } = setup
  const step = gridOf(meeting.minutes)
  const others = asked.alsoThere ? meeting.alsoThere : []
  const leads = levels['own-teacher'] === 'must' ? meeting.leads.slice(0, 1) : meeting.leads
  const times: Time[] = []
  leads.forEach((leadId, rank) => {
    const lead = number(leadId)
    days.forEach((onDay, day) => {
      const isLate = meeting.dueOn !== null && onDay > meeting.dueOn
      if (asked.due && isLate && levels.due === 'must') return
      for (const [from, until] of hours.get(slotOf(lead, day)) ?? [])
        for (let start = from; start + meeting.minutes <= until; start += step) {
          const end = start + meeting.minutes
          const isWanted = meeting.prefers.length === 0 || meeting.prefers.includes(timeOfDayAt(start))
          if (asked.prefers && !isWanted && levels.prefers === 'must') continue
          const areThere = others.every(
            (id) =>
              id === leadId ||
              (hours.get(slotOf(number(id), day)) ?? []).some((own) => own[0] <= start && end <= own[1]),
          )
          if (!areThere) continue
          const cost =
            (isLate ? 2 * weightOf(levels, 'due') : 0) +
            (isWanted ? 0 : weightOf(levels, 'prefers')) +
            (rank > 0 ? weightOf(levels, 'own-teacher') : 0) +
            (meeting.isBehind ? (weightOf(levels, 'behind-first') * day) / days.length : 0)
          times.push({ lead, day, start, cost })
        }
    })
  })
  return times
}

function roomsFor({ needsRoom, people }: MeetingToPlace, { rooms, levels }: RoundToPlan): RoomChoice[] {
  if (!needsRoom) return [{ room: -1, cost: 0 }]
  return rooms.flatMap(({ seats }, room): RoomChoice[] => {
    if (seats >= people) return [{ room, cost: 0 }]
    return levels.seats === 'must' ? [] : [{ room, cost: weightOf(levels, 'seats') }]
  })
}
