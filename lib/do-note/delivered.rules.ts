import { type DaysAway, whileHere } from '@/lib/absence/rules'
import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import { countSchoolDays, plusSchoolDays, type SchoolCalendar } from '@/lib/calendar/school-days'
import { type Dosage, isQuiet, plannedSessions, quietSchoolDays } from '@/lib/provision/rules'
import type { Delivered } from './rules'

/** Sessions that were noted alike, as far as counting asks: how many, and the last day of them. */
export type Sessions = {
  readonly times: number
  readonly lastOn: IsoDate
  readonly delivered: Delivered
  readonly minutes: number | null
  readonly reason: string | null
  /** Who gave it, where it was not the person the plan names (P67). */
  readonly givenBy: string | null
}

/** Planned against delivered to date, in sessions and minutes, with why not (6.52, P55, P67). */
export type DeliveredSoFar = {
  readonly planned: number | null
  readonly plannedMinutes: number | null
  readonly given: number
  readonly partly: number
  readonly notGiven: number
  readonly minutes: number
  /** Delivered as a share of what was planned so far, in minutes where they are planned; null without a plan to compare with. */
  readonly share: number | null
  /** Why sessions were missed or cut short, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[]
  /** Sessions that somebody else than the person planned gave. */
  readonly byOthers: readonly { readonly who: string; readonly count: number }[]
}

const HALF = 0.5

const minutesOf = ({ delivered, minutes }: Sessions, plannedMinutes: number | null): number => {
  if (delivered === 'not-given') return 0
  return minutes ?? Math.round((plannedMinutes ?? 0) * (delivered === 'partly' ? HALF : 1))
}

function counted(values: readonly (readonly [words: string | null, times: number])[]) {
  const counts = new Map<string, number>()
  for (const [words, times] of values) {
    const same = sameWords(words)
    if (same) counts.set(same, (counts.get(same) ?? 0) + times)
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}

const sameWords = (text: string | null) =>
  text &&
  text
    .trim()
    .replace(/\.$/, '')
    .replace(/^./, (first) => first.toUpperCase())

/**
 * What was given of a provision by the end of `today`, beside what was planned by then: school days only, so that closed
 * days and half terms plan nothing. A session given in part without its minutes counts for half of them (6.52, P67).
 */
export function deliveredSoFar(
  dosage: Dosage,
  sessions: readonly Sessions[],
  calendar: SchoolCalendar,
  today: IsoDate,
): DeliveredSoFar {
  const planned = plannedSessions(dosage, calendar, today)
  const plannedMinutes = planned === null || dosage.minutes === null ? null : planned * dosage.minutes
  const count = (delivered: Delivered) =>
    sessions.reduce((sum, alike) => sum + (alike.delivered === delivered ? alike.times : 0), 0)
  const [given, partly] = [count('given'), count('partly')]
  const minutes = sessions.reduce((sum, alike) => sum + alike.times * minutesOf(alike, dosage.minutes), 0)
  const share =
    plannedMinutes !== null && plannedMinutes > 0
      ? minutes / plannedMinutes
      : planned !== null && planned > 0
        ? (given + partly * HALF) / planned
        : null
  return {
    planned,
    plannedMinutes,
    given,
    partly,
    notGiven: count('not-given'),
    minutes,
    share,
    reasons: counted(
      sessions.map(({ delivered, reason, times }) => [delivered === 'given' ? null : reason, times]),
    ).map(([reason, times]) => ({ reason, count: times })),
    byOthers: counted(
      sessions.map(({ delivered, givenBy, times }) => [delivered === 'not-given' ? null : givenBy, times]),
    ).map(([who, times]) => ({ who, count: times })),
  }
}

/** Less than this share of what was planned, half-way through, is asked about (R13; a product default). */
export const LEAST_SHARE = 0.6

type Course = Pick<Dosage, 'from' | 'until'> & { readonly reviewDue: IsoDate | null }

/**
 * The school day on which a provision is half-way through, up to its end or to the review; null where no two days are
 * known, or the calendar does not reach so far (R13).
 */
export function halfWayOn({ from, until, reviewDue }: Course, calendar: SchoolCalendar): IsoDate | null {
  const end = until ?? reviewDue
  if (from === null || end === null) return null
  const all = countSchoolDays(calendar, from, end)
  return all === 0 ? null : plusSchoolDays(calendar, plusDays(from, -1), Math.ceil(all / 2))
}

/** Whether a provision is half-way through or further, counted in school days. */
export function isHalfWay(course: Course, calendar: SchoolCalendar, today: IsoDate): boolean {
  const half = halfWayOn(course, calendar)
  return half !== null && half <= today
}

/** Less than 60† per cent of what was planned was given, from the mid-point on (R13; 6.52). */
export const isUnderGiven = (
  course: Course,
  { share }: Pick<DeliveredSoFar, 'share'>,
  calendar: SchoolCalendar,
  today: IsoDate,
): boolean => share !== null && share < LEAST_SHARE && isHalfWay(course, calendar, today)

/** The last day a provision was noted, whether it was given or not (R12). */
export const lastNoted = (sessions: readonly Pick<Sessions, 'lastOn'>[]): IsoDate | null =>
  sessions
    .map(({ lastOn }) => lastOn)
    .sort()
    .at(-1) ?? null

/** School days since a provision in force was noted; null while it is not in force (R12; 6.52). */
export const quietFor = (
  course: Pick<Dosage, 'from' | 'until'>,
  sessions: readonly Pick<Sessions, 'lastOn'>[],
  calendar: SchoolCalendar,
  today: IsoDate,
): number | null => quietSchoolDays({ ...course, lastNoteOn: lastNoted(sessions) }, calendar, today)

/** A provision with everything that was noted of it, and whose it is. */
export type NotedProvision = Dosage & {
  readonly id: string
  readonly what: string
  readonly deliverer: string | null
  readonly deliveredById: string | null
  readonly cycleId: string
  readonly reviewDue: IsoDate | null
  readonly closedOn: IsoDate | null
  /** The teacher who answers for it, also where somebody else gives it (6.36, 6.52). */
  readonly responsibleId: string | null
  readonly pupilId: string
  readonly pupilName: string
  readonly className: string | null
  readonly sessions: readonly Sessions[]
  /** Days the pupil was away: nothing is planned on them (R12). */
  readonly away: readonly DaysAway[]
  /** The last day on which a teacher looked at it (P49). */
  readonly lookedOn: IsoDate | null
}

/** What is asked about a provision while it is in force: since when, and of how much. */
export type DeliveryFlag =
  | { readonly ruleId: 'R12'; readonly since: IsoDate; readonly schoolDays: number }
  | { readonly ruleId: 'R13'; readonly since: IsoDate; readonly share: number }

/** A provision with what was given of it so far, and what is asked about it. */
export type DeliveredProvision = Pick<
  NotedProvision,
  'id' | 'what' | 'deliverer' | 'deliveredById' | 'minutes' | 'perWeek' | 'from' | 'until' | 'lookedOn'
> & { readonly soFar: DeliveredSoFar; readonly flags: readonly DeliveryFlag[] }

/** R12 and R13 for one provision in force: each clears by itself, with a Do note, or with more sessions given. */
export function deliveryFlags(
  provision: NotedProvision,
  soFar: Pick<DeliveredSoFar, 'share'>,
  calendar: SchoolCalendar,
  today: IsoDate,
): DeliveryFlag[] {
  const { from, until, sessions, closedOn } = provision
  // What is simply in place, a help card on the table, has no sessions to note.
  if (closedOn !== null || from === null || provision.perWeek === null) return []
  const flags: DeliveryFlag[] = []
  const schoolDays = quietFor(provision, sessions, calendar, today)
  if (schoolDays !== null && isQuiet(schoolDays))
    flags.push({ ruleId: 'R12', since: lastNoted(sessions) ?? from, schoolDays })
  const half = halfWayOn(provision, calendar)
  const isRunning = until === null || until >= today
  if (half !== null && soFar.share !== null && isRunning && isUnderGiven(provision, soFar, calendar, today))
    flags.push({ ruleId: 'R13', since: half, share: soFar.share })
  return flags
}

/** A provision with its planned and delivered, to date or to the day its cycle closed. */
export function deliveredProvision(
  provision: NotedProvision,
  calendar: SchoolCalendar,
  today: IsoDate,
): DeliveredProvision {
  const { closedOn, sessions } = provision
  const last = closedOn !== null && closedOn < today ? closedOn : today
  const here = whileHere(calendar, provision.away, last)
  const soFar = deliveredSoFar(provision, sessions, here, last)
  return { ...provision, soFar, flags: deliveryFlags(provision, soFar, here, today) }
}

/** A teacher looks at what others give at least this often, in school days (P49; a product default). */
export const LOOK_AGAIN_SCHOOL_DAYS = 20

/**
 * School days since the responsible teacher, or anyone who teaches the pupil, last looked at what somebody else gives; null where it
 * is not in force, where the teacher gives it, or where it was looked at lately (6.52, P49).
 */
export function notLookedAtFor(
  provision: NotedProvision,
  calendar: SchoolCalendar,
  today: IsoDate,
): number | null {
  const { deliveredById, responsibleId, deliverer, lookedOn, ...course } = provision
  if (deliverer === null || deliveredById === responsibleId) return null
  const here = whileHere(calendar, provision.away, today)
  const days = quietFor(course, lookedOn === null ? [] : [{ lastOn: lookedOn }], here, today)
  return days !== null && days >= LOOK_AGAIN_SCHOOL_DAYS ? days : null
}
