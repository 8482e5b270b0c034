import { clashesAt } from './clashes.rules'
import { type Diary, diaryFor, take } from './diary.rules'
import { costOf } from './improve.rules'
import { type Setup, setUp } from './setup.rules'
import { type Placed, type RoundToPlan, timeOfDayAt } from './timetable.rules'

/** A hard constraint that a place would break; `who` is a person or a room, `meetingId` the meeting that is in the way. */
export type Misfit = {
  readonly why:
    | 'other-day'
    | 'other-lead'
    | 'away'
    | 'late'
    | 'not-preferred'
    | 'room-missing'
    | 'too-few-seats'
    | 'staff'
    | 'family'
    | 'room'
    | 'travel'
    | 'siblings'
    | 'pause'
    | 'load'
  readonly who: string | null
  readonly meetingId: string | null
}

const misfit = (why: Misfit['why'], who: string | null = null, meetingId: string | null = null): Misfit => ({
  ...{ why, who, meetingId },
})

function withoutIt(round: RoundToPlan, meetingId: string): { setup: Setup; diary: Diary; index: number } {
  const setup = setUp(round)
  const diary = diaryFor(setup, round)
  const index = setup.meetings.findIndex(({ id }) => id === meetingId)
  take(diary, index)
  return { setup, diary, index }
}

/** Every hard constraint that this place would break, the other meetings staying where they are; none, and it may be there. */
export function misfits(round: RoundToPlan, { meetingId, day, start, leadId, roomId }: Placed): Misfit[] {
  const meeting = round.meetings.find(({ id }) => id === meetingId)
  const onDay = round.days.indexOf(day)
  if (!meeting || onDay < 0) return [misfit('other-day')]
  const { setup, diary, index } = withoutIt(round, meetingId)
  const { levels, rooms } = round
  const end = start + meeting.minutes
  const found: Misfit[] = []
  if (!meeting.leads.includes(leadId) || (levels['own-teacher'] === 'must' && meeting.leads[0] !== leadId))
    found.push(misfit('other-lead', leadId))
  for (const id of new Set([leadId, ...meeting.alsoThere])) {
    const hours = setup.hours.get(setup.slotOf(setup.people.indexOf(id), onDay)) ?? []
    if (!hours.some(([from, until]) => from <= start && end <= until)) found.push(misfit('away', id))
  }
  if (levels.due === 'must' && meeting.dueOn !== null && day > meeting.dueOn) found.push(misfit('late'))
  const isWanted = meeting.prefers.length === 0 || meeting.prefers.includes(timeOfDayAt(start))
  if (levels.prefers === 'must' && !isWanted) found.push(misfit('not-preferred'))
  const room = rooms.findIndex(({ id }) => id === roomId)
  if (meeting.needsRoom && room < 0) found.push(misfit('room-missing'))
  else if (levels.seats === 'must' && (rooms[room]?.seats ?? meeting.people) < meeting.people)
    found.push(misfit('too-few-seats', roomId))
  const place = { lead: setup.people.indexOf(leadId), day: onDay, start, room: meeting.needsRoom ? room : -1 }
  const clashes = clashesAt(diary, index, place).map(({ why, who, meeting: other }) =>
    misfit(why, why === 'room' ? roomId : (setup.people[who] ?? null), setup.meetings[other]?.id ?? null),
  )
  return [...found, ...clashes]
}

/** Every time at which a meeting could be while the others stay, each with the room and lead that fit best, in order. */
export function freePlaces(round: RoundToPlan, meetingId: string): Placed[] {
  const { setup, diary, index } = withoutIt(round, meetingId)
  const meeting = setup.meetings[index]
  const best = new Map<number, { placed: Placed; cost: number }>()
  for (const { lead, day, start } of meeting?.times ?? [])
    for (const { room } of meeting?.rooms ?? []) {
      const place = { lead, day, start, room }
      const on = setup.days[day]
      if (!meeting || !on || clashesAt(diary, index, place).length > 0) continue
      const cost = costOf(diary, meeting, place)
      const key = day * 24 * 60 + start
      if (cost >= (best.get(key)?.cost ?? Infinity)) continue
      const leadId = setup.people[lead] ?? ''
      best.set(key, {
        placed: { meetingId, day: on, start, leadId, roomId: setup.rooms[room]?.id ?? null },
        cost,
      })
    }
  return [...best].sort(([a], [b]) => a - b).map(([, { placed }]) => placed)
}
