import { type IsoDate, isoDate } from '@/lib/calendar/iso-date'
import type { Term } from '@/lib/calendar/school-days'
import type { CountableMeeting, ScopePeriod } from './counting.rules'
import { DEFAULT_STANDING_SETTINGS, type StandingInput, type StandingSettings } from './rules'

const term = (first: string, last: string): Term => ({ firstDay: isoDate(first), lastDay: isoDate(last) })

/** The school year of the worked examples: 190 school days, due points on 4 December, 11 March and 7 July (8.4). */
export const exampleYear = {
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

/** One look at an example: on a day, and with these settings. */
export type ExampleLook = {
  readonly today: IsoDate
  readonly settings: StandingSettings
  readonly where?: string
}

/** A worked example of 6.65: what happened, seen on which days, and which part of the rule it shows (8.4). */
export type WorkedExample = {
  readonly number: number
  readonly situation: string
  readonly shows: string
  readonly looks: readonly ExampleLook[]
  readonly meetings: readonly CountableMeeting[]
  readonly inScope: readonly ScopePeriod[]
  readonly compulsorySchoolAgeEnds: IsoDate | null
  /** A review that was due on one day and held on another, where the example is about one. */
  readonly review?: { readonly due: IsoDate; readonly heldOn: IsoDate }
}

/** A meeting of an example: in person, led by the class teacher, about SEN; `cameToIt` says whether a parent came. */
export const meeting =
  (status: CountableMeeting['status'], cameToIt: boolean) =>
  (on: string, over: Partial<CountableMeeting> = {}): CountableMeeting => ({
    id: `${on} ${over.format ?? ''}`,
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

/** One that was held with a parent. */
export const held = meeting('held', true)
/** One that is booked. */
export const booked = meeting('booked', false)
/** Days on the register, the last of them left out while it goes on. */
export const from = (first: string, until: string | null = null): ScopePeriod => ({
  from: isoDate(first),
  until: until === null ? null : isoDate(until),
})
/** One look on a day, with the usual settings but for those named. */
export const on = (day: string, over: Partial<StandingSettings> = {}, where?: string): ExampleLook => ({
  today: isoDate(day),
  settings: { ...DEFAULT_STANDING_SETTINGS, ...over },
  ...(where ? { where } : {}),
})

/** An example put as the rule asks for it, on the day of one look. */
export const exampleInput = (example: WorkedExample, { today, settings }: ExampleLook): StandingInput => ({
  ...exampleYear,
  today,
  settings,
  inScope: example.inScope,
  compulsorySchoolAgeEnds: example.compulsorySchoolAgeEnds,
  meetings: example.meetings,
})

/** The instants of the example about midnight (8.4, 18). */
export const MIDNIGHT_INSTANTS = [
  '2026-08-31T23:30:00Z',
  '2027-08-31T22:59:00Z',
  '2027-08-31T23:10:00Z',
] as const
