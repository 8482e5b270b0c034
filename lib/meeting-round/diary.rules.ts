import type { Setup } from './setup.rules'
import type { RoundToPlan } from './timetable.rules'

/** Where a meeting is. */
export type Place = {
  readonly lead: number
  readonly day: number
  readonly start: number
  readonly room: number
}

/** A stretch in somebody's, or some room's, day; `meeting` is -1 where it is nothing of this round. */
export type Entry = {
  readonly meeting: number
  readonly from: number
  readonly until: number
  readonly building: string | null
  readonly isLed: boolean
}

/** Everybody's days and every room's, as they are filled so far. */
export type Diary = {
  readonly setup: Setup
  readonly places: (Place | null)[]
  readonly isKept: boolean[]
  readonly ofPerson: Entry[][]
  readonly ofRoom: Entry[][]
}

const NOTHING: readonly Entry[] = []

export const personsDay = ({ setup, ofPerson }: Diary, person: number, day: number): readonly Entry[] =>
  ofPerson[setup.slotOf(person, day)] ?? NOTHING

export const roomsDay = ({ setup, ofRoom }: Diary, room: number, day: number): readonly Entry[] =>
  ofRoom[room * setup.days.length + day] ?? NOTHING

/** An empty diary with what is taken by other things, and what stays where it is. */
export function diaryFor(setup: Setup, { kept, taken }: Pick<RoundToPlan, 'kept' | 'taken'>): Diary {
  const diary: Diary = {
    setup,
    places: setup.meetings.map(() => null),
    isKept: setup.meetings.map(() => false),
    ofPerson: [],
    ofRoom: [],
  }
  const people = new Map(setup.people.map((id, index) => [id, index]))
  const rooms = new Map(setup.rooms.map(({ id }, index) => [id, index]))
  for (const { who, day: on, from, until } of taken) {
    const day = setup.days.indexOf(on)
    if (day < 0) continue
    const entry = { meeting: -1, from, until, building: null, isLed: false }
    const [person, room] = [people.get(who), rooms.get(who)]
    if (person !== undefined) write(diary.ofPerson, setup.slotOf(person, day), entry)
    if (room !== undefined) write(diary.ofRoom, room * setup.days.length + day, entry)
  }
  const meetings = new Map(setup.meetings.map(({ id }, index) => [id, index]))
  for (const { meetingId, day: on, start, leadId, roomId } of kept) {
    const meeting = meetings.get(meetingId)
    const day = setup.days.indexOf(on)
    if (meeting === undefined || day < 0) continue
    const room = roomId === null ? -1 : (rooms.get(roomId) ?? -1)
    put(diary, meeting, { lead: people.get(leadId) ?? -1, day, start, room })
    diary.isKept[meeting] = true
  }
  return diary
}

function write(days: Entry[][], slot: number, entry: Entry) {
  const day = days[slot]
  if (day) day.push(entry)
  else days[slot] = [entry]
}

function strike(days: Entry[][], slot: number, meeting: number) {
  const day = days[slot]
  const at = day?.findIndex((entry) => entry.meeting === meeting) ?? -1
  if (day && at >= 0) day.splice(at, 1)
}

const there = (diary: Diary, index: number, lead: number): number[] => {
  const { alsoThere = [], parents = [] } = diary.setup.meetings[index] ?? {}
  return [lead, ...alsoThere.filter((person) => person !== lead), ...parents]
}

/** Puts a meeting in its place, in the diary of everyone who will be there. */
export function put(diary: Diary, index: number, place: Place): void {
  const { setup } = diary
  const { minutes = 0 } = setup.meetings[index] ?? {}
  const building = setup.rooms[place.room]?.building ?? null
  const entry = { meeting: index, from: place.start, until: place.start + minutes, building, isLed: false }
  for (const person of there(diary, index, place.lead))
    write(diary.ofPerson, setup.slotOf(person, place.day), { ...entry, isLed: person === place.lead })
  if (place.room >= 0) write(diary.ofRoom, place.room * setup.days.length + place.day, entry)
  diary.places[index] = place
}

/** Takes a meeting out of its place again. */
export function take(diary: Diary, index: number): Place | null {
  const place = diary.places[index] ?? null
  if (!place) return null
  const { setup } = diary
  for (const person of there(diary, index, place.lead))
    strike(diary.ofPerson, setup.slotOf(person, place.day), index)
  if (place.room >= 0) strike(diary.ofRoom, place.room * setup.days.length + place.day, index)
  diary.places[index] = null
  return place
}
