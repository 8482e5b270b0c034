import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { type SchoolCalendar, schoolDaysBetween } from '@/lib/calendar/school-days'
import type { CopyMethod } from '@/lib/parent-meeting/record.rules'
import type { StatusPeriod } from '@/lib/sen-status/rules'

/** The note of an early discussion, as far as it says whether it was given (6.39). */
export type DiscussionFacts = {
  readonly id: string
  readonly heldOn: IsoDate
  /** The parents who have it, or do not want it. */
  readonly givenTo: readonly string[]
}

/** School days of a term: so long a pupil who came with the register is only pointed out (R03; a product default). */
export const LEGACY_FOR = 63

export type EarlyInput = {
  readonly status: Pick<StatusPeriod, 'kind' | 'from'> | null
  /** The last day of the time on the register before this one: a note from before then was about that time. */
  readonly previousUntil: IsoDate | null
  /** The day the pupil was first recorded in this service. */
  readonly recordedHereOn: IsoDate
  readonly discussions: readonly DiscussionFacts[]
  /** The parents who should have the note today: entitled, and not shut out by a restriction. */
  readonly parents: readonly string[]
  readonly today: IsoDate
  readonly calendar: SchoolCalendar
}

/** That the early discussion is not written down, or its note is not with every parent yet (R03; 6.39). */
export type EarlyMissing = {
  readonly what: 'no-note' | 'not-given'
  /** The note to give; null where there is none. */
  readonly discussionId: string | null
  readonly since: IsoDate
  readonly schoolDays: number
  /** A pupil who came with the register: pointed out for a term, and only then at risk. */
  readonly isPrompt: boolean
}

/** Notes about this time on the register, the latest first. */
const aboutThisTime = ({ discussions, previousUntil }: EarlyInput) =>
  discussions
    .filter(({ heldOn }) => previousUntil === null || heldOn > previousUntil)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))

/**
 * What is missing of the early discussion with pupil and parents: a short note of it should be on the record and given
 * to the parents (6.39, R03). Each entitled parent has any one of the notes about this time on SEN support; with nobody
 * on record who may have it, the note itself is enough.
 */
export function earlyMissing(input: EarlyInput): EarlyMissing | null {
  const { status, today, calendar, recordedHereOn, parents } = input
  if (status?.kind !== 'sen-support' || status.from > today) return null
  const notes = aboutThisTime(input)
  const [latest] = notes
  const isGiven = parents.every((parent) => notes.some(({ givenTo }) => givenTo.includes(parent)))
  if (latest && isGiven) return null
  const isLegacy = status.from < recordedHereOn
  const since = latest ? latest.heldOn : status.from
  return {
    what: latest ? 'not-given' : 'no-note',
    discussionId: latest?.id ?? null,
    since,
    schoolDays: schoolDaysBetween(calendar, since, today),
    isPrompt: isLegacy && schoolDaysBetween(calendar, recordedHereOn, today) <= LEGACY_FOR,
  }
}

/** The parts of school life in each of which a family is told once of the advice service (R04). */
export const PHASES = ['early-years', 'primary', 'secondary', 'post-16'] as const

export type Phase = (typeof PHASES)[number]

const LAST_YEAR: readonly [phase: Phase, year: number][] = [
  ['early-years', 0],
  ['primary', 6],
  ['secondary', 11],
]

/** The phase a pupil is in, by year group; where the school has not said, by what kind of school it is. */
export function phaseOf(yearGroup: number | null, schoolPhase: string): Phase {
  if (yearGroup !== null) return LAST_YEAR.find(([, last]) => yearGroup <= last)?.[0] ?? 'post-16'
  if (schoolPhase === 'nursery') return 'early-years'
  return schoolPhase === 'secondary' ? 'secondary' : 'primary'
}

/** Whether a family on SEN support has not been told of the information, advice and support service in this phase (R04; 6.39). */
export const adviceMissing = (
  status: Pick<StatusPeriod, 'kind'> | null,
  phase: Phase,
  mentioned: readonly Phase[],
): boolean => status?.kind === 'sen-support' && !mentioned.includes(phase)

/** Why an early discussion cannot have been on this day. */
export const discussedOnProblem = (heldOn: IsoDate, today: IsoDate): string | null =>
  heldOn > today ? 'The day of the discussion must be today or in the past' : null

/** Why the note cannot have been given on this day. */
export function noteGivenProblem(on: IsoDate, heldOn: IsoDate, today: IsoDate): string | null {
  if (on > today) return 'The day must be today or in the past'
  if (on < heldOn) return `The day must be on or after ${longDate(heldOn)}, the day of the discussion`
  return null
}

/** The note of an early discussion as a page shows it (6.39). */
export type DiscussionNote = {
  readonly id: string
  readonly version: number
  readonly heldOn: IsoDate
  readonly attended: string
  readonly strengths: string
  readonly difficulties: string
  readonly parentConcerns: string
  readonly mayLieBehind: string | null
  readonly agreedOutcomes: string
  readonly nextSteps: string
  readonly writtenBy: string
  readonly isGiven: boolean
  readonly copies: readonly {
    readonly contactId: string
    readonly name: string
    readonly method: CopyMethod
    readonly on: IsoDate
  }[]
}

/** A pupil on SEN support with what is missing of the early discussion and of the word about the advice service. */
export type EarlyLine = {
  readonly pupilId: string
  readonly name: string
  readonly className: string | null
  readonly statusFrom: IsoDate
  readonly phase: Phase
  readonly missing: EarlyMissing | null
  readonly lacksAdvice: boolean
}
