import { type Clash, clashesAt } from './clashes.rules'
import type { Diary } from './diary.rules'
import { type Asked, timesOf } from './setup.rules'
import type { RoundToPlan, Unplaced, UnplacedWhy } from './timetable.rules'

const WHY: Record<Clash['why'], UnplacedWhy> = {
  staff: 'staff-taken',
  family: 'family-taken',
  room: 'rooms-taken',
  travel: 'too-far',
  siblings: 'siblings-apart',
  pause: 'no-pause',
  load: 'too-many-a-day',
}

const ALONE: Asked = { due: false, prefers: false, alsoThere: false }

/** The plain reason why a meeting has no place: what would have to change first. */
export function whyUnplaced(diary: Diary, round: RoundToPlan, index: number): Unplaced {
  const { setup } = diary
  const meeting = round.meetings[index]
  const planned = setup.meetings[index]
  if (!meeting || !planned) return { meetingId: '', why: 'no-leader', who: null }
  const reason = (why: UnplacedWhy, who: string | null = null) => ({ meetingId: meeting.id, why, who })
  const [leadId = null] = meeting.leads
  if (leadId === null) return reason('no-leader')
  const number = (id: string) => setup.people.indexOf(id)
  const without = (asked: Partial<Asked>) =>
    timesOf(setup, meeting, number, { ...ALONE, ...asked }).length === 0
  if (without({})) return reason('leader-away', leadId)
  if (without({ alsoThere: true })) return reason('never-together', meeting.alsoThere[0] ?? null)
  if (without({ alsoThere: true, due: true })) return reason('due-too-soon', leadId)
  if (planned.times.length === 0) return reason('not-at-their-times')
  if (planned.rooms.length === 0) return reason(setup.rooms.length === 0 ? 'no-room' : 'no-seats')
  return mostInTheWay(diary, index)
}

// A time is barred by whatever bars it in every room; where only some rooms are, the rooms are what is lacking.
function mostInTheWay(diary: Diary, index: number): Unplaced {
  const { meetings, people } = diary.setup
  const meeting = meetings[index]
  const counts = new Map<string, number>()
  for (const { lead, day, start } of meeting?.times ?? []) {
    const each = (meeting?.rooms ?? []).map(({ room }) => clashesAt(diary, index, { lead, day, start, room }))
    const always = each[0]?.find(({ why, who }) =>
      each.every((clashes) =>
        clashes.some((clash) => clash.why === why && clash.who === who && why !== 'room'),
      ),
    )
    const { why, who } = always ?? { why: 'room' as const, who: -1 }
    const key = why === 'staff' && who === lead ? `leader-taken ${who}` : `${WHY[why]} ${who}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [why = 'rooms-taken', who = '-1'] = most?.[0].split(' ') ?? []
  const isOfSomebody = why !== 'rooms-taken'
  return {
    meetingId: meeting?.id ?? '',
    why: why as UnplacedWhy,
    who: isOfSomebody ? (people[Number(who)] ?? null) : null,
  }
}
