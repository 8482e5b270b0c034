import type { IsoDate } from '@/lib/calendar/iso-date'
import { type SchoolCalendar, schoolDaysBetween } from '@/lib/calendar/school-days'
import type { Sign } from '@/lib/concern/rules'
import type { StatusKind } from '@/lib/sen-status/rules'

/** What a check says of a pupil's progress, given age and circumstances (6.17). */
export const PROGRESS = ['as-expected', 'less-than-expected', 'too-early'] as const

export type Progress = (typeof PROGRESS)[number]

/** What a check said of one pupil. */
export type CheckedPupil = {
  readonly id: string
  readonly pupilId: string
  readonly name: string
  readonly progress: Progress
  readonly signs: readonly Sign[]
  /** On the register today, or not. */
  readonly status: StatusKind | null
  /** The concern that came of it, or one that is already open about the pupil. */
  readonly concernId: string | null
}

/** A whole class, checked on one day by one teacher (6.17, P02). */
export type ClassCheck = {
  readonly id: string
  readonly checkedOn: IsoDate
  readonly checkedBy: string
  readonly pupils: readonly CheckedPupil[]
}

/**
 * Those whom the check found: less than expected progress, not on the register, and nobody has raised a concern yet. A
 * check is of all pupils, so that those who are not on the register are found (6.17, P02).
 */
export const found = (pupils: readonly CheckedPupil[]): CheckedPupil[] =>
  pupils.filter(
    ({ progress, status, concernId }) =>
      progress === 'less-than-expected' && status === null && concernId === null,
  )

type Term = { readonly name: string; readonly firstDay: IsoDate; readonly lastDay: IsoDate }

/** The term of today; in the holidays the one that went before, and before the first the first. */
export function termOn<T extends Term>(terms: readonly T[], today: IsoDate): T | null {
  const inOrder = terms.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
  return inOrder.findLast(({ firstDay }) => firstDay <= today) ?? inOrder[0] ?? null
}

/** Whether a class was checked in the term of today: once a term (6.17, P02). */
export function isCheckedThisTerm(
  lastCheckedOn: IsoDate | null,
  terms: readonly Term[],
  today: IsoDate,
): boolean {
  const term = termOn(terms, today)
  return lastCheckedOn !== null && term !== null && lastCheckedOn >= term.firstDay
}

/** Pupils of the class the form did not answer for, by id: the list may have changed since it was opened. */
export const unanswered = (pupilIds: readonly string[], answered: readonly { pupilId: string }[]): string[] =>
  pupilIds.filter((id) => !answered.some(({ pupilId }) => pupilId === id))

/** A class whose progress is to be looked at each term, with who teaches it and when it last was. */
export type ClassToCheck = {
  readonly classId: string
  readonly name: string
  readonly teachers: string | null
  readonly lastCheckedOn: IsoDate | null
}

/** In the last school days of a term a check that is not made is at risk; a product default (P02). */
export const CHECK_AT_RISK_SCHOOL_DAYS = 10

/** A check of a class that this term still waits for: since when, and whether the term is nearly over (6.17, P02). */
export type CheckWait = { readonly termName: string; readonly since: IsoDate; readonly isLate: boolean }

/**
 * Whether a class still waits for its check of this term: from the first day of the term, at risk in its last ten†
 * school days and in the holiday after; null once it was checked, or before the first term of the year (6.17, P02).
 */
export function checkWait(
  lastCheckedOn: IsoDate | null,
  calendar: SchoolCalendar & { readonly terms: readonly Term[] },
  today: IsoDate,
): CheckWait | null {
  const term = termOn(calendar.terms, today)
  if (term === null || term.firstDay > today) return null
  if (isCheckedThisTerm(lastCheckedOn, calendar.terms, today)) return null
  const left = schoolDaysBetween(calendar, today, term.lastDay)
  return { termName: term.name, since: term.firstDay, isLate: left < CHECK_AT_RISK_SCHOOL_DAYS }
}
