import { type IsoDate, isoDate, plusDays } from '@/lib/calendar/iso-date'
import { chanceFrom } from './chance.rules'
import { DEFAULT_LEVELS, DEFAULT_LIMITS } from './constraints.rules'
import {
  type Hours,
  type MeetingToPlace,
  type Placed,
  timeOfDayAt,
  type RoundToPlan,
} from './timetable.rules'

type Size = { meetings: number; staff: number; days: number; seed: number }

const OPENS = 15 * 60 + 30
const SHUTS = 18 * 60
const MINUTES = 30

/**
 * A round made from a timetable that is known to hold: first the meetings are laid out, then hours, rooms, due days and
 * wishes are drawn tightly around them, and the places are taken away again.
 */
export function knownRound({ meetings, staff, days: count, seed }: Size): {
  round: RoundToPlan
  known: Placed[]
} {
  const chance = chanceFrom(seed)
  const below = (n: number) => Math.floor(chance() * n)
  const days = Array.from({ length: count }, (_, at): IsoDate =>
    plusDays(isoDate('2027-03-01'), at + 2 * Math.floor(at / 5)),
  )
  const rooms = Array.from({ length: Math.ceil((meetings / count / 5) * 1.1) }, (_, at) => ({
    id: `room ${at}`,
    building: at % 4 === 3 ? 'Annexe' : 'Main',
    seats: at % 3 === 0 ? 4 : 8,
  }))
  const known: Placed[] = []
  const made: MeetingToPlace[] = []
  const senco = 'staff 0'
  const busy = new Map<string, { start: number; building: string }[]>()
  const isFree = (who: string, day: IsoDate, start: number, building: string) =>
    (busy.get(`${who} ${day}`) ?? []).every((other) => {
      const way = other.building === building ? 0 : DEFAULT_LIMITS.travelMinutes
      return Math.abs(other.start - start) >= MINUTES + way
    })
  const mark = (who: string, day: IsoDate, start: number, building: string) =>
    busy.set(`${who} ${day}`, [...(busy.get(`${who} ${day}`) ?? []), { start, building }])
  let family = 0
  for (let tries = 0; made.length < meetings && tries < meetings * 400; tries += 1) {
    const day = days[below(days.length)] as IsoDate
    const start = OPENS + MINUTES * below((SHUTS - OPENS) / MINUTES)
    const lead = `staff ${1 + below(staff - 1)}`
    const withSenco = chance() < 0.12
    const parents = chance() < 0.6 ? [`parent ${family}a`, `parent ${family}b`] : [`parent ${family}a`]
    const people = parents.length + (withSenco ? 3 : 2)
    const room = rooms[below(rooms.length)]
    if (!room || room.seats < people) continue
    const all = [lead, ...(withSenco ? [senco] : []), ...parents]
    if (
      !all.every((who) => isFree(who, day, start, room.building)) ||
      !isFree(room.id, day, start, room.building)
    )
      continue
    for (const who of [...all, room.id]) mark(who, day, start, room.building)
    const id = `meeting ${made.length}`
    known.push({ meetingId: id, day, start, leadId: lead, roomId: room.id })
    made.push({
      ...{ id, leads: [lead], alsoThere: withSenco ? [senco] : [], parents, family: `family ${family}` },
      ...{ minutes: MINUTES, people, needsRoom: true },
      dueOn: chance() < 0.5 ? (days[Math.min(count - 1, days.indexOf(day) + below(3))] ?? null) : null,
      isBehind: chance() < 0.3,
      prefers: chance() < 0.3 ? [timeOfDayAt(start)] : [],
    })
    // One family in eight has another child here.
    if (chance() > 0.12) family += 1
  }
  return {
    round: {
      ...{ meetings: made, rooms, days, levels: DEFAULT_LEVELS, limits: DEFAULT_LIMITS, kept: [], taken: [] },
      staff: hoursAround(known, made, staff, chance),
    },
    known,
  }
}

/** Of each day only the stretch that the known timetable uses, and half an hour more here and there. */
function hoursAround(
  known: readonly Placed[],
  made: readonly MeetingToPlace[],
  staff: number,
  chance: () => number,
) {
  return Array.from({ length: staff }, (_, at) => {
    const id = `staff ${at}`
    const own = known.filter((one, index) => one.leadId === id || made[index]?.alsoThere.includes(id))
    const hours = [...new Set(own.map(({ day }) => day))].map((day): Hours => {
      const starts = own.filter((one) => one.day === day).map(({ start }) => start)
      const more = chance() < 0.2 ? MINUTES : 0
      return { day, from: Math.min(...starts) - more, until: Math.max(...starts) + MINUTES }
    })
    return { id, hours }
  })
}
