import { chanceFrom } from './chance.rules'
import { type Clash, clashesAt, siblingBlock } from './clashes.rules'
import { type Diary, diaryFor, type Place, put, take } from './diary.rules'
import { improve } from './improve.rules'
import { whyUnplaced } from './reasons.rules'
import { type Meeting, type Setup, setUp } from './setup.rules'
import type { RoundToPlan, Timetable } from './timetable.rules'
import { wishesUnmet } from './wishes.rules'

/** Steps that the search may take for each meeting before it says what cannot be placed; never a time on a clock. */
export const STEPS_EACH = 30

const CLASH = 12
const EACH_TIME_MOVED = 6
const BEHIND_MOVED_FOR_ANOTHER = 40
const TRIED_BEFORE = 3

/**
 * A timetable for a round: first the meetings that have the fewest places, and where one has none that is free, it takes
 * the place of others, which look for a new one; those that were moved most are moved last. The same round and the same
 * seed make the same timetable. No hard constraint is ever broken: what finds no place is left, with the reason.
 */
export function plan(
  round: RoundToPlan,
  { seed, stepsEach = STEPS_EACH }: { seed: number; stepsEach?: number },
): Timetable {
  const setup = setUp(round)
  const diary = diaryFor(setup, round)
  placeAll(diary, { chance: chanceFrom(seed), steps: stepsEach * setup.meetings.length })
  improve(diary)
  const placed = setup.meetings.flatMap(({ id }, index) => {
    const place = diary.places[index]
    if (!place) return []
    const { lead, day, start, room } = place
    return [
      {
        meetingId: id,
        day: setup.days[day] as (typeof setup.days)[number],
        start,
        leadId: setup.people[lead] ?? '',
        roomId: setup.rooms[room]?.id ?? null,
      },
    ]
  })
  const left = setup.meetings.flatMap((_, index) => (diary.places[index] ? [] : [index]))
  return { placed, unplaced: left.map((index) => whyUnplaced(diary, round, index)) }
}

type Search = { readonly chance: () => number; readonly steps: number }

function placeAll(diary: Diary, { chance, steps }: Search): void {
  const { meetings, levels } = diary.setup
  const waiting = inOrder(diary.setup).filter((index) => !diary.places[index])
  const moved = meetings.map(() => 0)
  const tried = meetings.map(() => new Map<string, number>())
  const worth = ({ isBehind }: Meeting) => (isBehind && levels['behind-first'] !== 'off' ? 3 : 2)
  const total = () => meetings.reduce((sum, one, index) => sum + (diary.places[index] ? worth(one) : 0), 0)
  let best = { worth: -1, places: [...diary.places] }

  const priceOf = (meeting: Meeting, clashes: readonly Clash[]) => {
    let price = 0
    for (const { meeting: other } of clashes) {
      const its = meetings[other]
      if (!its || diary.isKept[other]) return Infinity
      price += CLASH + EACH_TIME_MOVED * (moved[other] ?? 0)
      if (its.isBehind && !meeting.isBehind && levels['behind-first'] !== 'off')
        price += BEHIND_MOVED_FOR_ANOTHER
    }
    return price
  }

  for (let step = 0; step < steps && waiting.length > 0; step += 1) {
    const index = waiting.shift() ?? 0
    const meeting = meetings[index]
    if (!meeting) continue
    let [found, lowest, clashes]: [Place | null, number, Clash[]] = [null, Infinity, []]
    for (const { lead, day, start, cost } of meeting.times)
      for (const { room, cost: roomCost } of meeting.rooms) {
        const place = { lead, day, start, room }
        const known = cost + roomCost + TRIED_BEFORE * (tried[index]?.get(keyOf(place)) ?? 0) + chance() * 0.2
        if (known >= lowest) continue
        const inTheWay = clashesAt(diary, index, place)
        const price = known + priceOf(meeting, inTheWay)
        if (price >= lowest) continue
        const whole = price + wishesUnmet(diary, meeting, place)
        if (whole < lowest) [found, lowest, clashes] = [place, whole, inTheWay]
      }
    if (!found) continue
    for (const { meeting: other } of clashes)
      for (const gone of takeWithSiblings(diary, other)) {
        moved[gone] = (moved[gone] ?? 0) + 1
        waiting.push(gone)
      }
    put(diary, index, found)
    // Whoever stood between it and a sibling may just have gone.
    for (const gone of cutOff(diary, index, found)) {
      take(diary, gone)
      waiting.push(gone)
    }
    tried[index]?.set(keyOf(found), (tried[index].get(keyOf(found)) ?? 0) + 1)
    const now = total()
    if (now > best.worth) best = { worth: now, places: [...diary.places] }
  }
  if (total() < best.worth) goBackTo(diary, best.places)
}

/** Siblings that have to be next to this meeting and are not; where one of them may not move, it is the meeting that goes. */
function cutOff(diary: Diary, index: number, place: Place): number[] {
  const { meetings, levels } = diary.setup
  const meeting = meetings[index]
  if (levels.siblings !== 'must' || !meeting) return []
  const block = siblingBlock(diary, meeting, place)
  const apart = meeting.siblings.filter((other) => diary.places[other] && !block.includes(other))
  return apart.some((other) => diary.isKept[other]) ? [index] : apart
}

/** Takes a meeting out; and the siblings’ too where they have to be together and it stood between them. */
function takeWithSiblings(diary: Diary, index: number): number[] {
  if (!take(diary, index)) return []
  const left = (diary.setup.meetings[index]?.siblings ?? []).filter((other) => diary.places[other])
  const [first] = left
  const place = diary.places[first ?? -1]
  if (first === undefined || !place || cutOff(diary, first, place).length === 0) return [index]
  return [index, ...left.filter((other) => !diary.isKept[other] && take(diary, other))]
}

const keyOf = ({ lead, day, start, room }: Place) => `${lead} ${day} ${start} ${room}`

function goBackTo(diary: Diary, places: readonly (Place | null)[]) {
  diary.places.forEach((place, index) => {
    if (place && place !== places[index]) take(diary, index)
  })
  places.forEach((place, index) => {
    if (place && !diary.places[index]) put(diary, index, place)
  })
}

/** Those with the fewest places first, siblings one after the other, and pupils behind before others where they are alike. */
function inOrder({ meetings, levels }: Setup): number[] {
  const room = (meeting: Meeting) => meeting.times.length * Math.max(1, meeting.rooms.length)
  const first = levels['behind-first'] === 'off' ? 1 : 0.7
  const freedom = meetings.map((meeting) => room(meeting) * (meeting.isBehind ? first : 1))
  const ofFamily = meetings.map((meeting, index) =>
    Math.min(...[index, ...meeting.siblings].map((one) => freedom[one] ?? 0)),
  )
  const family = meetings.map((meeting, index) => Math.min(index, ...meeting.siblings))
  return meetings
    .map((_, index) => index)
    .sort((a, b) => (ofFamily[a] ?? 0) - (ofFamily[b] ?? 0) || (family[a] ?? 0) - (family[b] ?? 0) || a - b)
}
