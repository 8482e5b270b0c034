import { type IsoDate, isoDate } from '@/lib/calendar/iso-date'
import type { CountableMeeting, ScopePeriod } from './counting.rules'
import { exampleYear } from './example.rules'
import { DEFAULT_STANDING_SETTINGS, type StandingInput } from './rules'

/** The calendar of the worked examples (domain.md 8.4). */
export const yearOf2026 = exampleYear

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
