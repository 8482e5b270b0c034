import { timeOfDayAt, type Placed, type RoundToPlan } from './timetable.rules'

// The constraints a second time, as plainly as they can be said and apart from the planner: every two meetings are laid
// side by side. Slow, and only for tests.

type Full = Placed & { end: number; all: string[]; building: string | null }

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end

/** Every hard constraint that a timetable breaks, each in a sentence; none, and it holds. */
export function broken(round: RoundToPlan, placed: readonly Placed[]): string[] {
  const { levels, limits } = round
  const found: string[] = []
  const must = (constraint: keyof typeof levels) => levels[constraint] === 'must'
  const full: Full[] = placed.map((one) => {
    const meeting = round.meetings.find(({ id }) => id === one.meetingId)
    if (!meeting) throw new Error(`${one.meetingId} is no meeting of the round`)
    const building = round.rooms.find(({ id }) => id === one.roomId)?.building ?? null
    const all = [...new Set([one.leadId, ...meeting.alsoThere, ...meeting.parents])]
    return { ...one, end: one.start + meeting.minutes, all, building }
  })
  const kept = new Set(round.kept.map(({ meetingId }) => meetingId))
  if (new Set(placed.map(({ meetingId }) => meetingId)).size < placed.length) found.push('a meeting twice')
  for (const one of full) {
    const meeting = round.meetings.find(({ id }) => id === one.meetingId)
    if (!meeting || kept.has(one.meetingId)) continue
    const say = (what: string) => found.push(`${one.meetingId} ${what}`)
    if (!round.days.includes(one.day)) say('is on no day of the round')
    if (!meeting.leads.includes(one.leadId)) say('is led by somebody else')
    if (must('own-teacher') && one.leadId !== meeting.leads[0]) say('is not led by the own teacher')
    for (const id of [one.leadId, ...meeting.alsoThere]) {
      let minute = one.start
      const hours = round.staff.find((person) => person.id === id)?.hours ?? []
      while (minute < one.end && hours.some((h) => h.day === one.day && h.from <= minute && minute < h.until))
        minute += 1
      if (minute < one.end) say(`is outside the hours of ${id}`)
    }
    if (must('due') && meeting.dueOn !== null && one.day > meeting.dueOn) say('is after its day')
    if (must('prefers') && meeting.prefers.length > 0 && !meeting.prefers.includes(timeOfDayAt(one.start)))
      say('is at no time the family asked for')
    if (meeting.needsRoom !== (one.roomId !== null)) say('has no room, or one it does not need')
    const room = round.rooms.find(({ id }) => id === one.roomId)
    if (must('seats') && room && room.seats < meeting.people) say('has too few chairs')
    for (const taken of round.taken)
      if (taken.day === one.day && overlaps(one, { start: taken.from, end: taken.until }))
        if (one.all.includes(taken.who) || one.roomId === taken.who) say(`is when ${taken.who} is taken`)
  }
  full.forEach((a, first) => {
    for (const b of full.slice(first + 1)) {
      if (a.day !== b.day || (kept.has(a.meetingId) && kept.has(b.meetingId))) continue
      const both = a.all.filter((who) => b.all.includes(who))
      if (overlaps(a, b) && both.length > 0) found.push(`${both[0]} is in ${a.meetingId} and ${b.meetingId}`)
      if (overlaps(a, b) && a.roomId !== null && a.roomId === b.roomId) found.push(`${a.roomId} twice`)
      const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end)
      const isJourney = a.building !== null && b.building !== null && a.building !== b.building
      if (must('travel') && isJourney && both.length > 0 && gap < limits.travelMinutes)
        found.push(`${both[0]} cannot walk from ${a.meetingId} to ${b.meetingId}`)
    }
  })
  if (kept.size > 0) return found
  if (must('siblings')) found.push(...siblingsApart(round, full))
  if (must('fair-loads') || must('pause')) found.push(...fullDays(round, full))
  return found
}

function siblingsApart(round: RoundToPlan, full: readonly Full[]): string[] {
  const families = new Set(round.meetings.flatMap(({ family }) => family ?? []))
  return [...families].flatMap((family) => {
    const ids = round.meetings.filter((meeting) => meeting.family === family).map(({ id }) => id)
    const own = full.filter(({ meetingId }) => ids.includes(meetingId)).sort((a, b) => a.start - b.start)
    if (new Set(own.map(({ day }) => day)).size > 1) return [`${family} is on two days`]
    return own.some((one, at) => at > 0 && one.start - (own[at - 1]?.end ?? 0) > 15)
      ? [`${family} waits`]
      : []
  })
}

function fullDays({ days, levels, limits, taken }: RoundToPlan, full: readonly Full[]): string[] {
  const staff = [...new Set(full.flatMap(({ all }) => all))]
  return staff.flatMap((who) =>
    days.flatMap((day) => {
      const said: string[] = []
      const led = full.filter((one) => one.day === day && one.leadId === who)
      if (levels['fair-loads'] === 'must' && led.length > limits.mostADay)
        said.push(`${who} leads too many on ${day}`)
      if (levels.pause !== 'must' || led.length === 0 || taken.length > 0) return said
      const own = full
        .filter((one) => one.day === day && one.all.includes(who))
        .sort((a, b) => a.start - b.start)
      let from = 0
      own.forEach((one, at) => {
        if (at === 0 || one.start - (own[at - 1]?.end ?? 0) >= 10) from = at
        if (at > from && one.end - (own[from]?.start ?? 0) > limits.runMinutes)
          said.push(`${who} has no pause on ${day}`)
      })
      return said
    }),
  )
}
