import { clashesAt } from './clashes.rules'
import { type Diary, type Place, put, take } from './diary.rules'
import type { Meeting } from './setup.rules'
import { wishesUnmet } from './wishes.rules'

const PASSES = 3
const ENOUGH = 0.5
const SWAPS_TRIED = 12

type Priced = { readonly place: Place; readonly cost: number }

/** What a place costs a meeting in wishes, its own and those that depend on others. */
export function costOf(diary: Diary, meeting: Meeting, place: Place): number {
  const time = meeting.times.find(
    ({ lead, day, start }) => lead === place.lead && day === place.day && start === place.start,
  )
  const room = meeting.rooms.find((choice) => choice.room === place.room)
  return (time?.cost ?? 0) + (room?.cost ?? 0) + wishesUnmet(diary, meeting, place)
}

/** The best place that is free, or nothing. */
export function bestFree(diary: Diary, index: number, below = Infinity): Priced | null {
  const meeting = diary.setup.meetings[index]
  let best: Priced | null = null
  for (const time of meeting?.times ?? [])
    for (const { room, cost } of meeting?.rooms ?? []) {
      const limit = best?.cost ?? below
      if (!meeting || time.cost + cost >= limit) continue
      const place = { lead: time.lead, day: time.day, start: time.start, room }
      if (clashesAt(diary, index, place).length > 0) continue
      const whole = time.cost + cost + wishesUnmet(diary, meeting, place)
      if (whole < limit) best = { place, cost: whole }
    }
  return best
}

/** Moves meetings to where more wishes are met, alone or by changing places with one other, as long as that helps. */
export function improve(diary: Diary): void {
  for (let pass = 0; pass < PASSES; pass += 1) {
    const moved = diary.setup.meetings.filter((_, index) => moveOne(diary, index))
    if (moved.length === 0) return
  }
}

/** Whether one meeting, placed or not, has found a better place. */
function moveOne(diary: Diary, index: number): boolean {
  const meeting = diary.setup.meetings[index]
  if (!meeting || diary.isKept[index]) return false
  const place = take(diary, index)
  const cost = place ? costOf(diary, meeting, place) : Infinity
  const better = cost > ENOUGH ? bestFree(diary, index, cost - 0.01) : null
  const next = better?.place ?? place
  if (next) put(diary, index, next)
  return better !== null || (place !== null && changePlaces(diary, index))
}

/** Tries the places that one other meeting stands in: that one moves to the best that is free, if both are then better off. */
function changePlaces(diary: Diary, index: number): boolean {
  const meeting = diary.setup.meetings[index]
  const old = take(diary, index)
  if (!meeting || !old) return false
  const before = costOf(diary, meeting, old)
  const options: { place: Place; cost: number; other: number }[] = []
  if (before > 2 * ENOUGH)
    for (const time of meeting.times)
      for (const { room, cost } of meeting.rooms) {
        if (time.cost + cost >= before) continue
        const place = { lead: time.lead, day: time.day, start: time.start, room }
        const others = [...new Set(clashesAt(diary, index, place).map((clash) => clash.meeting))]
        const [other] = others
        if (others.length !== 1 || other === undefined || other < 0 || diary.isKept[other]) continue
        options.push({ place, other, cost: time.cost + cost + wishesUnmet(diary, meeting, place) })
      }
  options.sort((a, b) => a.cost - b.cost)
  for (const { place, other, cost } of options.slice(0, SWAPS_TRIED)) {
    if (cost >= before) break
    const its = diary.setup.meetings[other]
    const stood = take(diary, other)
    if (!its || !stood) continue
    const stoodAt = costOf(diary, its, stood)
    put(diary, index, place)
    const next = bestFree(diary, other, before + stoodAt - cost - 0.01)
    if (next && clashesAt(diary, other, next.place).length === 0) {
      put(diary, other, next.place)
      return true
    }
    take(diary, index)
    put(diary, other, stood)
  }
  put(diary, index, old)
  return false
}
