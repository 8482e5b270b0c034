import { runAt, siblingBlock, staffAt } from './clashes.rules'
import { weightOf } from './constraints.rules'
import { type Diary, personsDay, type Place } from './diary.rules'
import type { Meeting } from './setup.rules'

/** What a place costs in wishes that depend on the other meetings: siblings apart, no pause, a full day, minutes lost. */
export function wishesUnmet(diary: Diary, meeting: Meeting, place: Place): number {
  return (
    siblingsApart(diary, meeting, place) +
    noPause(diary, meeting, place) +
    fullDays(diary, meeting, place) +
    journeys(diary, meeting, place) +
    minutesLost(diary, meeting, place)
  )
}

const WAITING = 0.3

function siblingsApart(diary: Diary, meeting: Meeting, place: Place): number {
  const weight = weightOf(diary.setup.levels, 'siblings')
  if (weight === 0 || meeting.siblings.length === 0) return 0
  const block = siblingBlock(diary, meeting, place)
  let apart = 0
  for (const other of meeting.siblings) {
    const its = diary.places[other]
    if (its && !block.includes(other)) apart += its.day === place.day ? 1 : 2
  }
  return weight * (apart + (block.length > 0 && !touchesOne(diary, meeting, place, block) ? WAITING : 0))
}

// Back to back is better than back to back with a wait.
function touchesOne(diary: Diary, { minutes }: Meeting, { start }: Place, block: readonly number[]): boolean {
  return block.some((other) => {
    const its = diary.places[other]
    const length = diary.setup.meetings[other]?.minutes ?? 0
    return its?.start === start + minutes || (its && its.start + length === start)
  })
}

function noPause(diary: Diary, meeting: Meeting, place: Place): number {
  const weight = weightOf(diary.setup.levels, 'pause')
  if (weight === 0) return 0
  const { runMinutes } = diary.setup.limits
  return staffAt(meeting, place).reduce(
    (cost, person) => cost + (runAt(diary, meeting, place, person).minutes > runMinutes ? weight : 0),
    0,
  )
}

// Half of it for each meeting already led that day, so that days even out; more beyond what a day should hold.
function fullDays(diary: Diary, meeting: Meeting, { lead, day }: Place): number {
  const weight = weightOf(diary.setup.levels, 'fair-loads')
  if (weight === 0) return 0
  const led = personsDay(diary, lead, day).filter(({ isLed }) => isLed).length
  const over = Math.max(0, led + 1 - diary.setup.limits.mostADay)
  return (weight * (led / 2 + over)) / 3 + (meeting.leads.length > 1 ? weight * 0.1 * allLed(diary, lead) : 0)
}

function allLed(diary: Diary, lead: number): number {
  let led = 0
  for (const place of diary.places) if (place?.lead === lead) led += 1
  return led
}

function journeys(diary: Diary, meeting: Meeting, place: Place): number {
  const { levels, limits, rooms } = diary.setup
  const weight = weightOf(levels, 'travel')
  const building = rooms[place.room]?.building ?? null
  if (weight === 0 || building === null) return 0
  const end = place.start + meeting.minutes
  let hurried = 0
  for (const person of [...staffAt(meeting, place), ...meeting.parents])
    for (const entry of personsDay(diary, person, place.day)) {
      const isAway = entry.building !== null && entry.building !== building
      const gap = entry.from >= end ? entry.from - end : place.start - entry.until
      if (isAway && gap < limits.travelMinutes) hurried += 1
    }
  return weight * hurried
}

const LOST = 0.4

// A gap too short for a meeting is a gap nobody can use.
function minutesLost(diary: Diary, meeting: Meeting, { lead, day, start }: Place): number {
  const end = start + meeting.minutes
  const own = diary.setup.hours.get(diary.setup.slotOf(lead, day))?.find(([a, b]) => a <= start && end <= b)
  let [before, after] = [own?.[0] ?? start, own?.[1] ?? end]
  for (const { from, until } of personsDay(diary, lead, day)) {
    if (until <= start) before = Math.max(before, until)
    if (from >= end) after = Math.min(after, from)
  }
  const isLost = (gap: number) => gap > 0 && gap < meeting.minutes
  return (isLost(start - before) ? LOST : 0) + (isLost(after - end) ? LOST : 0)
}
