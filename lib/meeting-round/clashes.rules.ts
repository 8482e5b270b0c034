import { PAUSE_MINUTES, SIBLING_MINUTES } from './constraints.rules'
import { type Diary, type Entry, personsDay, type Place, roomsDay } from './diary.rules'
import type { Meeting } from './setup.rules'

/** What stands in the way of a place: which meeting (-1 for something outside the round), of whom, and why. */
export type Clash = {
  readonly meeting: number
  readonly why: 'staff' | 'family' | 'room' | 'travel' | 'siblings' | 'pause' | 'load'
  readonly who: number
}

/** Every hard constraint that a meeting in this place would break; none, and the place is free. */
export function clashesAt(diary: Diary, index: number, place: Place): Clash[] {
  const { setup } = diary
  const meeting = setup.meetings[index]
  const clashes: Clash[] = []
  if (!meeting) return clashes
  const end = place.start + meeting.minutes
  for (const { meeting: other, from, until } of roomsDay(diary, place.room, place.day))
    if (from < end && place.start < until) clashes.push({ meeting: other, why: 'room', who: place.room })
  inTwoPlaces(diary, meeting, place, 'staff', clashes)
  inTwoPlaces(diary, meeting, place, 'family', clashes)
  const { levels } = setup
  if (levels.siblings === 'must' && meeting.siblings.length > 0) {
    const block = siblingBlock(diary, meeting, place)
    for (const other of meeting.siblings)
      if (diary.places[other] && !block.includes(other))
        clashes.push({ meeting: other, why: 'siblings', who: -1 })
  }
  if (levels.pause === 'must')
    for (const person of staffAt(meeting, place)) withoutPause(diary, meeting, place, person, clashes)
  if (levels['fair-loads'] === 'must') tooMany(diary, place, clashes)
  return clashes
}

/** The staff of a meeting: who leads, and who sits in. */
export const staffAt = ({ alsoThere }: Meeting, { lead }: Place): number[] => [
  lead,
  ...alsoThere.filter((person) => person !== lead),
]

function inTwoPlaces(
  diary: Diary,
  meeting: Meeting,
  place: Place,
  why: 'staff' | 'family',
  clashes: Clash[],
) {
  const { rooms, levels, limits } = diary.setup
  const building = rooms[place.room]?.building ?? null
  const end = place.start + meeting.minutes
  const mustTravel = levels.travel === 'must' && building !== null
  for (const who of why === 'staff' ? staffAt(meeting, place) : meeting.parents)
    for (const entry of personsDay(diary, who, place.day)) {
      const isAway = mustTravel && entry.building !== null && entry.building !== building
      const way = isAway ? limits.travelMinutes : 0
      if (entry.from >= end + way || place.start >= entry.until + way) continue
      const isAtOnce = entry.from < end && place.start < entry.until
      clashes.push({ meeting: entry.meeting, why: isAtOnce ? why : 'travel', who })
    }
}

/** The siblings whose meetings, with this one, follow one another without a gap. */
export function siblingBlock(diary: Diary, { siblings, minutes }: Meeting, place: Place): number[] {
  const sameDay = siblings.filter((other) => diary.places[other]?.day === place.day)
  const block: number[] = []
  let [from, until] = [place.start, place.start + minutes]
  for (let grown = true; grown;) {
    grown = false
    for (const other of sameDay) {
      const its = diary.places[other]
      if (!its || block.includes(other)) continue
      const end = its.start + (diary.setup.meetings[other]?.minutes ?? 0)
      const gap = its.start >= until ? its.start - until : from - end
      if (gap < 0 || gap > SIBLING_MINUTES) continue
      block.push(other)
      from = Math.min(from, its.start)
      until = Math.max(until, end)
      grown = true
    }
  }
  return block
}

/** What is joined to a stretch on one side without a pause: how long it is, and its nearest entry. */
function joinedTo(day: readonly Entry[], at: number, side: 'before' | 'after', apart: Entry[]) {
  let [edge, nearest]: [number, Entry | null] = [at, null]
  for (let found: Entry | undefined; ;) {
    found = day.find((entry) => {
      if (apart.includes(entry)) return false
      const gap = side === 'before' ? edge - entry.until : entry.from - edge
      return gap >= 0 && gap < PAUSE_MINUTES && entry.until > entry.from
    })
    if (!found) return { minutes: Math.abs(edge - at), nearest }
    nearest ??= found
    edge = side === 'before' ? found.from : found.until
  }
}

/** Minutes of meetings one after the other, with this one among them, for one member of staff. */
export function runAt(diary: Diary, meeting: Meeting, place: Place, person: number) {
  const end = place.start + meeting.minutes
  const day = personsDay(diary, person, place.day)
  const over = day.filter(({ from, until }) => from < end && place.start < until)
  const before = joinedTo(day, place.start, 'before', over)
  const after = joinedTo(day, end, 'after', over)
  return { before, after, minutes: before.minutes + meeting.minutes + after.minutes }
}

function withoutPause(diary: Diary, meeting: Meeting, place: Place, who: number, clashes: Clash[]) {
  const { runMinutes } = diary.setup.limits
  const { before, after, minutes } = runAt(diary, meeting, place, who)
  if (minutes <= runMinutes || (!before.nearest && !after.nearest)) return
  const clash = (entry: Entry | null) => {
    if (entry) clashes.push({ meeting: entry.meeting, why: 'pause', who })
  }
  const isShortBefore = before.minutes + meeting.minutes <= runMinutes
  const isShortAfter = after.minutes + meeting.minutes <= runMinutes
  if (isShortBefore && !isOutside(after.nearest)) clash(after.nearest)
  else if (isShortAfter && !isOutside(before.nearest)) clash(before.nearest)
  else {
    clash(before.nearest)
    clash(after.nearest)
  }
}

const isOutside = (entry: Entry | null) => entry !== null && entry.meeting < 0

function tooMany(diary: Diary, { lead, day }: Place, clashes: Clash[]) {
  const led = personsDay(diary, lead, day).filter(({ isLed }) => isLed)
  const left = led.filter(({ meeting }) => !clashes.some((clash) => clash.meeting === meeting))
  if (left.length < diary.setup.limits.mostADay) return
  const goes = left.find(({ meeting }) => !diary.isKept[meeting]) ?? left[0]
  if (goes) clashes.push({ meeting: goes.meeting, why: 'load', who: lead })
}
