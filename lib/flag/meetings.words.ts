import { dayAndMonth, daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import { countSchoolDays } from '@/lib/calendar/school-days'
import type { MeetingCalendar } from '@/lib/parent-meeting/facts.rules'
import { type ListedMeeting, waitingFor } from '@/lib/parent-meeting/list.rules'
import { pacedYear } from '@/lib/parent-meeting/pace.rules'
import { addresses, allOfKind } from './addresses.rules'
import { countOf, type TodayPupil, whoWords } from './pupil.words'
import type { Flag, TodayLine } from './rules'

const NUMBERS = ['none', 'one', 'two', 'three']
const numberOf = (count: number) => NUMBERS[count] ?? String(count)

/** How long is left: "8 school days left, this term", or the day by which the next meeting is wanted. */
function timeLeft(calendar: MeetingCalendar, today: IsoDate, nextDue: IsoDate | null) {
  const term = calendar.terms.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay)
  if (term)
    return {
      since: `${countOf(countSchoolDays(calendar, today, term.lastDay), 'school day')} left`,
      source: 'this term, Code 6.65',
    }
  return { since: nextDue ? `Due by ${dayAndMonth(nextDue)}` : 'Not met', source: 'Code 6.65' }
}

/** A pupil behind the pace of three meetings, or for whom three can no longer be held (R21; 6.65). */
export function standingFlag(pupil: TodayPupil, calendar: MeetingCalendar, today: IsoDate): Flag | null {
  const { pupilId, name, standing, sentence } = pupil
  if (standing.state !== 'at-risk' && standing.state !== 'not-met') return null
  const isNotMet = standing.state === 'not-met'
  return {
    kind: standing.state,
    group: isNotMet ? 'missed' : 'at-risk',
    ruleId: 'R21',
    weight: standing.expectedByNow - standing.held - standing.booked,
    pupilId,
    act: `Book a meeting for ${name}`,
    path: addresses.arrange(pupilId),
    who: whoWords([pupil.className], sentence),
    ...(isNotMet ? { since: 'Not met', source: 'Code 6.65' } : timeLeft(calendar, today, standing.nextDue)),
  }
}

/** "7 have had none and 24 have had one": of how many the year has seen so many meetings. */
function heldWords(pupils: readonly TodayPupil[]): string {
  const held = [...new Set(pupils.map(({ standing }) => standing.held))].sort((a, b) => a - b)
  const parts = held.map((count) => {
    const many = pupils.filter(({ standing }) => standing.held === count).length
    return `${many} ${many === 1 ? 'has' : 'have'} had ${numberOf(count)}`
  })
  return [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ')
}

/** Many pupils behind the pace in one line: one act for all of them, on the register (R21; 6.65). */
export function behindLine(
  pupils: readonly TodayPupil[],
  calendar: MeetingCalendar,
  today: IsoDate,
): TodayLine {
  const points = pacedYear({ ...calendar, warnSchoolDays: calendar.settings.warnSchoolDays }).terms.flatMap(
    ({ dueOn }) => dueOn ?? [],
  )
  const passed = points.filter((dueOn) => dueOn < today)
  const due = passed.at(-1)
  const nextDue = points.find((dueOn) => dueOn >= today) ?? null
  const was = passed.length === 1 ? 'was' : 'were'
  return {
    act: `Book a meeting for ${pupils.length} pupils who are behind`,
    path: allOfKind('at-risk'),
    who: `${heldWords(pupils)}${due ? `; ${numberOf(passed.length)} ${was} due by ${dayAndMonth(due)}` : ''}`,
    ...timeLeft(calendar, today, nextDue),
  }
}

/** Many pupils for whom three can no longer be held, in one line (R21; 6.65). */
export const notMetLine = (pupils: readonly TodayPupil[]): TodayLine => ({
  act: `See the ${pupils.length} pupils for whom three meetings can no longer be held`,
  path: allOfKind('not-met'),
  who: heldWords(pupils),
  since: 'Not met',
  source: 'Code 6.65',
})

const copyFor = (names: readonly string[]) =>
  names.length === 1 ? names.join() : names.length === 2 ? 'both parents' : `${names.length} parents`

/** What a meeting waits for: a word whether it was held, its record, or a parent's copy (R18, R19; 6.71). */
export function meetingFlag(meeting: ListedMeeting, today: IsoDate): Flag | null {
  const { id, pupilId, pupilName: name, on } = meeting
  const shared = { pupilId, source: 'Code 6.71' }
  const place = [meeting.className, meeting.leader]
  switch (waitingFor(meeting, today)) {
    case 'held-or-not': {
      const days = daysBetween(on, today)
      return {
        ...shared,
        kind: 'held-or-not',
        group: 'at-risk',
        ruleId: 'R21',
        weight: days,
        act: `Say whether ${name}’s meeting was held`,
        path: addresses.meeting(pupilId, id),
        who: whoWords(place, `Booked for ${dayAndMonth(on)}, nothing recorded since`),
        since: `${countOf(days, 'day')} ago`,
        source: 'Code 6.65',
      }
    }
    case 'record': {
      const due = meeting.recordDue ?? on
      const isLate = due < today
      return {
        ...shared,
        kind: 'record',
        group: isLate ? 'at-risk' : 'coming-up',
        ruleId: 'R18',
        weight: daysBetween(due, today),
        act: `Write the record of ${name}’s meeting`,
        path: addresses.record(pupilId, id),
        who: whoWords(place, `Held on ${dayAndMonth(on)}; what was agreed is not written down`),
        since: isLate ? `Since ${dayAndMonth(due)}` : `Due by ${dayAndMonth(due)}`,
      }
    }
    case 'sign': {
      const due = meeting.recordDue ?? on
      const isLate = due < today
      return {
        ...shared,
        kind: 'record',
        group: isLate ? 'at-risk' : 'coming-up',
        ruleId: 'R18',
        weight: daysBetween(due, today),
        act: `Sign off the record of ${name}’s meeting`,
        path: addresses.readBack(pupilId, id),
        who: whoWords(place, `Held on ${dayAndMonth(on)}; the record is written and not signed off`),
        since: isLate ? `Since ${dayAndMonth(due)}` : `Due by ${dayAndMonth(due)}`,
      }
    }
    case 'staff-or-mis': {
      const due = meeting.copyDue ?? on
      if (due >= today) return null
      const isBoth = meeting.stepsToDo.length > 1
      return {
        ...shared,
        kind: 'staff-or-mis',
        group: 'at-risk',
        ruleId: 'R20',
        weight: daysBetween(due, today),
        act: isBoth
          ? `Share the record of ${name}’s meeting with staff, and update the MIS`
          : meeting.stepsToDo[0] === 'mis'
            ? `Update the MIS after ${name}’s meeting`
            : `Share the record of ${name}’s meeting with staff`,
        path: addresses.copies(pupilId, id),
        who: whoWords(place, `Meeting on ${dayAndMonth(on)}`),
        since: `Since ${dayAndMonth(due)}`,
      }
    }
    case 'copy': {
      const due = meeting.copyDue ?? on
      if (due >= today) return null
      return {
        ...shared,
        kind: 'copy',
        group: 'at-risk',
        ruleId: 'R19',
        weight: daysBetween(due, today),
        act: `Give ${copyFor(meeting.withoutCopy)} a copy of the record`,
        path: addresses.copies(pupilId, id),
        who: whoWords([name, meeting.className], `Meeting on ${dayAndMonth(on)}`),
        since: `Since ${dayAndMonth(due)}`,
      }
    }
    case null:
      return null
  }
}
