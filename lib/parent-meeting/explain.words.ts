import { dayAndMonth, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { LastDay } from './last-day.rules'
import type { MeetingLine, PupilMeetings } from './line.rules'
import { howItWas, listed, whenAndWhere, whyNot, wouldNotCount } from './line.words'
import { numberOf, ordinalOf } from './words'

/** What a mark of the meter stands for: held and counts, booked, still to come, or not asked of this pupil. */
export type ExplainedMark = {
  readonly kind: 'held' | 'booked' | 'open' | 'not-needed'
  readonly sentence: string
  /** The meeting it stands for. */
  readonly meetingId: string | null
}

/** The meter put in sentences: each mark, what does not count and why, and what must happen by when (R21). */
export type ExplainedMeter = {
  readonly marks: readonly ExplainedMark[]
  readonly notCounted: readonly { readonly meetingId: string; readonly sentence: string }[]
  readonly next: string
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const names = (people: readonly { name: string }[]) => listed(people.map(({ name }) => name))

/** Who was there, as far as the person asking may know: a parent who has since been shut out has no name. */
function whoCame({ came, pupilPart, leader }: MeetingLine): string {
  const family = came.length > 0 ? `${names(came)} came` : 'A parent came'
  const pupil = pupilPart === 'all' || pupilPart === 'part' ? ', and the pupil was there' : ''
  return `${family}${pupil}${leader ? `; ${leader} led` : ''}`
}

const which = (place: number) => capital(ordinalOf(place + 1))

function heldMark(line: MeetingLine, place: number): ExplainedMark {
  const who =
    line.came.length === 0 && (line.pupilPart === 'all' || line.pupilPart === 'part')
      ? `The young person came themselves${line.leader ? `; ${line.leader} led` : ''}`
      : whoCame(line)
  return {
    kind: 'held',
    sentence: `${which(place)}: ${longDate(line.on)}, ${howItWas(line)}. ${who}.`,
    meetingId: line.id,
  }
}

function bookedMark(line: MeetingLine, place: number): ExplainedMark {
  const with_ = line.invited.length > 0 ? ` with ${names(line.invited)}` : ''
  return {
    kind: 'booked',
    sentence: `${which(place)}: booked for ${longDate(line.on)}, ${whenAndWhere(line)}${with_}. It counts once it is held.`,
    meetingId: line.id,
  }
}

function openMark(place: number, due: IsoDate | undefined, today: IsoDate): ExplainedMark {
  const when = !due
    ? 'to be arranged'
    : due < today
      ? `was due by ${longDate(due)} and is not held`
      : `due by ${longDate(due)}`
  return { kind: 'open', sentence: `${which(place)}: ${when}.`, meetingId: null }
}

type Asked = {
  readonly meetings: Pick<PupilMeetings, 'standing' | 'meetings'>
  readonly due: readonly IsoDate[]
  readonly last: LastDay
  readonly today: IsoDate
}

function marksOf({ meetings: { standing, meetings }, due, today }: Asked): ExplainedMark[] {
  const counted = meetings.filter(({ counts }) => counts)
  const coming = meetings.filter(
    (line) => line.status === 'booked' && !wouldNotCount(line) && line.on >= today,
  )
  const length = Math.max(standing.eachYear, counted.length)
  return Array.from({ length }, (_, place): ExplainedMark => {
    const line = counted[place]
    if (line) return heldMark(line, place)
    const booking = coming[place - counted.length]
    if (booking) return bookedMark(booking, place)
    if (place < standing.required) return openMark(place, due[place], today)
    return {
      kind: 'not-needed',
      sentence: `${which(place)}: not asked of this pupil, who is on the register for part of the year.`,
      meetingId: null,
    }
  })
}

/** `14 November 2026 does not count: no parent came.` */
function notCountedSentence(line: MeetingLine): string {
  const why = line.status === 'booked' ? (wouldNotCount(line) ?? '') : whyNot(line)
  const says = line.status === 'booked' ? 'would not count' : 'does not count'
  return `${longDate(line.on)} ${says}: ${lower(why)}.`
}

const meetingsWords = (count: number) =>
  count === 1 ? 'One more meeting is' : `${capital(numberOf(count))} more meetings are`

function nextWords({ meetings: { standing }, due, last, today }: Asked): string {
  const { state, eachYear, required, nextDue } = standing
  switch (state) {
    case 'met':
      return `Nothing more is needed this year: ${numberOf(eachYear)} count.`
    case 'part-year-met':
      return `Nothing more is needed this year: ${numberOf(required)} ${required === 1 ? 'is' : 'are'} expected for the part of the year on the register. Fewer than ${numberOf(eachYear)} is shown all the same.`
    case 'not-applicable':
      return 'None is expected this year, because the pupil is on the register for less than half of each term.'
    case 'not-in-scope':
      return 'Nothing is counted while the pupil is not on the register.'
    case 'not-met':
      return `${meetingsWords(last.needed)} needed, and the school days for that have gone. A meeting held before the end of the school year still counts.`
    case 'at-risk':
    case 'on-track': {
      const behind = due.filter((day) => day < today).length - standing.held
      const overdue = behind > 0 && state === 'at-risk' ? 'Behind the pace now. ' : ''
      const by = nextDue ? `, ${last.needed === 1 ? '' : 'the next '}by ${dayAndMonth(nextDue)}` : ''
      const latest = last.by
        ? ` The last school day ${last.needed === 1 ? 'for it' : 'to begin'} is ${longDate(last.by)}.`
        : ''
      return `${overdue}${meetingsWords(last.needed)} needed${by}.${latest}`
    }
  }
}

/** The meter of one pupil explained, from the same lines its marks are drawn from (6.65, R21). */
export function explainedMeter(asked: Asked): ExplainedMeter {
  const { meetings, today } = asked
  return {
    marks: marksOf(asked),
    notCounted: meetings.meetings
      .filter(
        (line) =>
          !line.counts && (line.status !== 'booked' || wouldNotCount(line) !== null || line.on < today),
      )
      .map((line) => ({
        meetingId: line.id,
        sentence:
          line.status === 'booked' && wouldNotCount(line) === null
            ? `${longDate(line.on)} does not count yet: nobody has said whether it was held.`
            : notCountedSentence(line),
      })),
    next: nextWords(asked),
  }
}
