import { type IsoDate, isoDate } from '@/lib/calendar/iso-date'
import type { CountableMeeting, ScopePeriod } from './counting.rules'
import { DEFAULT_STANDING_SETTINGS, type StandingInput } from './rules'

const term = (firstDay: string, lastDay: string) => ({
  firstDay: isoDate(firstDay),
  lastDay: isoDate(lastDay),
})

/** The calendar of the worked examples, written out so that no other code decides it (domain.md 8.4). */
export const yearOf2026 = {
  year: { firstDay: isoDate('2026-09-01'), lastDay: isoDate('2027-08-31') },
  terms: [
    term('2026-09-02', '2026-12-18'),
    term('2027-01-05', '2027-03-25'),
    term('2027-04-12', '2027-07-21'),
  ],
  closedDays: [
    ...['2026-10-23', '2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'],
    ...['2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19', '2027-02-22'],
    ...['2027-05-03', '2027-05-31', '2027-06-01', '2027-06-02', '2027-06-03', '2027-06-04', '2027-06-07'],
  ].map(isoDate),
}

let made = 0

/** A meeting in person, led by the class teacher, about SEN, to which a parent came. */
const meeting =
  (status: CountableMeeting['status'], cameToIt: boolean) =>
  (on: string, over: Partial<CountableMeeting> = {}): CountableMeeting => ({
    id: `meeting-${(made += 1)}`,
    status,
    on: isoDate(on),
    format: 'in-person',
    ledByTeacherOrSenco: true,
    isSenDiscussion: true,
    parentAttended: cameToIt,
    youngPersonAttended: false,
    roundId: null,
    ...over,
  })

export const held = meeting('held', true)
export const booked = meeting('booked', false)
export const cancelled = meeting('cancelled', false)
export const noShow = meeting('no-show', false)
export const declined = meeting('declined', false)

export const period = (from: string, until: string | null = null): ScopePeriod => ({
  from: isoDate(from),
  until: until === null ? null : isoDate(until),
})

/** A pupil on SEN support all year, seen on a day, at a school with the calendar of the worked examples. */
export const pupilOn = (
  today: string,
  meetings: readonly CountableMeeting[] = [],
  over: Partial<StandingInput> = {},
): StandingInput => ({
  ...yearOf2026,
  today: today as IsoDate,
  inScope: [period('2025-09-01')],
  compulsorySchoolAgeEnds: null,
  meetings,
  settings: DEFAULT_STANDING_SETTINGS,
  ...over,
})
