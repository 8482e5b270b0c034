import { type DaysAway, whileHere } from '@/lib/absence/rules'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { type SchoolCalendar, schoolDaysBetween } from '@/lib/calendar/school-days'
import type { Role } from '@/lib/platform/actor'

/** School days in which everyone who works with a pupil reads the plan; a product default, not the Code's (R10). */
export const READ_WITHIN = 5

/** Somebody who is asked to read a plan: since when they work with the pupil, and when they read this version. */
export type Reader = {
  readonly membershipId: string
  readonly name: string
  readonly role: Role
  /** The day they joined those who work with the pupil; null: they were there before the plan. */
  readonly joinedOn: IsoDate | null
  readonly readOn: IsoDate | null
  /** Days they are away: reading waits for them (R10). */
  readonly away: readonly DaysAway[]
}

/** How long somebody has had a version to read, or took to read it. */
export type ReadingWait = { since: IsoDate; schoolDays: number; isRead: boolean; isLate: boolean }

/**
 * How long a version of a plan has waited for one reader, in school days: from the day it was published, or for a new
 * colleague from the day they joined, without the days they are away. Late after five, until it is read (6.49, R10).
 */
export function readingWait(
  { joinedOn, readOn, away }: Pick<Reader, 'joinedOn' | 'readOn' | 'away'>,
  publishedOn: IsoDate,
  calendar: SchoolCalendar,
  today: IsoDate,
): ReadingWait {
  const since = joinedOn !== null && joinedOn > publishedOn ? joinedOn : publishedOn
  const here = whileHere(calendar, away, today)
  const schoolDays = Math.max(0, schoolDaysBetween(here, since, readOn ?? today))
  return { since, schoolDays, isRead: readOn !== null, isLate: readOn === null && schoolDays > READ_WITHIN }
}

/** The version of a plan that is to be read now, with everyone who is asked to. */
export type PlanToRead = {
  readonly pupilId: string
  readonly pupilName: string
  readonly givenName: string
  readonly className: string | null
  readonly cycleId: string
  readonly versionId: string
  readonly number: number
  readonly publishedOn: IsoDate
  readonly readers: readonly Reader[]
}

/** A reader with how long the version has waited for them. */
export type ReaderLine = Reader & { readonly wait: ReadingWait }

/** Everyone who is asked, with how long it has waited for each: who has not read it first, the longest wait first. */
export function readerLines(plan: PlanToRead, calendar: SchoolCalendar, today: IsoDate): ReaderLine[] {
  const lines = plan.readers.map((reader) => ({
    ...reader,
    wait: readingWait(reader, plan.publishedOn, calendar, today),
  }))
  return lines.sort(
    (a, b) => Number(a.wait.isRead) - Number(b.wait.isRead) || b.wait.schoolDays - a.wait.schoolDays,
  )
}

/** A plan with who has read it and who has not. */
export type PlanCoverage = Omit<PlanToRead, 'readers'> & { readonly readers: readonly ReaderLine[] }

/** A plan as one person has still to read it. */
export type OwedReading = { readonly plan: PlanToRead; readonly wait: ReadingWait }

/** One member of staff, with the plans they were asked to read. */
export type PersonCoverage = {
  readonly membershipId: string
  readonly name: string
  readonly role: Role
  readonly asked: number
  readonly read: number
  readonly owed: readonly OwedReading[]
}

/** How far each person has read what they were asked to: who has most waiting first, then by name (6.49). */
export function coverageByPerson(
  plans: readonly PlanToRead[],
  calendar: SchoolCalendar,
  today: IsoDate,
): PersonCoverage[] {
  const people = new Map<string, PersonCoverage>()
  for (const plan of plans)
    for (const { membershipId, name, role, wait } of readerLines(plan, calendar, today)) {
      const before = people.get(membershipId) ?? { membershipId, name, role, asked: 0, read: 0, owed: [] }
      people.set(membershipId, {
        ...before,
        asked: before.asked + 1,
        read: before.read + (wait.isRead ? 1 : 0),
        owed: wait.isRead ? before.owed : [...before.owed, { plan, wait }],
      })
    }
  return [...people.values()].sort(
    (a, b) => b.owed.length - a.owed.length || a.name.localeCompare(b.name, 'en-GB'),
  )
}
