import type { IsoDate } from '@/lib/calendar/iso-date'
import { countSchoolDays, type SchoolCalendar } from '@/lib/calendar/school-days'
import { PERSONAL_CARE, type Wave } from '@/lib/catalogue/rules'
import type { GentleNote } from '@/lib/outcome/rules'
import { specifiedFindings } from './specified'

/** How often a provision is to be given; what is not settled yet is null. */
export type Dosage = {
  readonly minutes: number | null
  readonly perWeek: number | null
  readonly from: IsoDate | null
  readonly until: IsoDate | null
}

/** What the Do notes of a provision add up to. */
export type Given = {
  readonly given: number
  readonly partly: number
  readonly notGiven: number
  readonly minutes: number
  readonly lastNoteOn: IsoDate | null
}

/** Planned against delivered: `planned` is what was due by today, null where the plan does not say how often. */
export type Delivery = {
  readonly planned: number | null
  readonly plannedMinutes: number | null
  readonly given: number
  readonly partly: number
  readonly notGiven: number
  readonly minutes: number
  readonly from: IsoDate | null
}

/** A provision as a page shows it: what, who, where, how often, for which outcomes, and how much was given. */
export type PlanProvision = Dosage & {
  readonly id: string
  readonly version: number
  readonly what: string
  readonly deliveredById: string | null
  readonly delivererWords: string | null
  /** The member of staff by name, or whoever is written there in words. */
  readonly deliverer: string | null
  readonly place: string | null
  readonly groupSize: number | null
  readonly outcomeIds: readonly string[]
  readonly delivery: Delivery
  readonly lastNoteOn: IsoDate | null
  /** The entry of the school's catalogue it was taken from, with how to run it. */
  readonly catalogueEntryId: string | null
  readonly form: string | null
  readonly wave: Wave | null
  /** Beyond, or unlike, what pupils of the same age ordinarily get (P01). */
  readonly additional: boolean
  /** Given by somebody who does not work at the school (P28). */
  readonly fromOutside: boolean
  /** Other staff who give it, by name. */
  readonly alsoGivenBy: readonly { readonly id: string; readonly name: string }[]
  /** Materials or technology, and the day they were in place (P37, P38). */
  readonly equipment: string | null
  readonly inPlaceOn: IsoDate | null
  /** Personal care: shown only to those who give it, those who lead the school and the family (P44). */
  readonly care: boolean
}

/** Whether this is personal care: marked so, or of that form (P44). */
export const isCare = ({ form, care }: { readonly form: string | null; readonly care: boolean }) =>
  care || form === PERSONAL_CARE

/**
 * Why a person may not write down this care: it is seen only by those who give it and those who lead the school, so
 * anyone else would lose it from sight with the first saving (P44).
 */
export const careProblem = (
  provision: {
    readonly form: string | null
    readonly care: boolean
    readonly deliveredById: string | null
    readonly alsoGivenBy: readonly string[]
  },
  writer: { readonly membershipId: string; readonly leads: boolean },
): string | null =>
  !isCare(provision) ||
  writer.leads ||
  provision.deliveredById === writer.membershipId ||
  provision.alsoGivenBy.includes(writer.membershipId)
    ? null
    : 'Personal care is written down by those who give it, or by the SENCO. Add yourself to those who give it, or ask the SENCO'

const SCHOOL_WEEK = 5

/**
 * Sessions that should have been given by the end of `today`: so many a school week of five days, counted in the
 * school days there were and rounded down, so that half a week never looks like a session missed (6.52, P67).
 */
export function plannedSessions(dosage: Dosage, calendar: SchoolCalendar, today: IsoDate): number | null {
  if (dosage.perWeek === null || dosage.from === null) return null
  const last = dosage.until !== null && dosage.until < today ? dosage.until : today
  const days = countSchoolDays(calendar, dosage.from, last)
  return Math.floor((dosage.perWeek * days) / SCHOOL_WEEK)
}

/** Planned against delivered, as the review asks: was it given often enough (guide 1, question 3)? */
export function deliveryOf(dosage: Dosage, given: Given, calendar: SchoolCalendar, today: IsoDate): Delivery {
  const planned = plannedSessions(dosage, calendar, today)
  return {
    planned,
    plannedMinutes: planned === null || dosage.minutes === null ? null : planned * dosage.minutes,
    given: given.given,
    partly: given.partly,
    notGiven: given.notGiven,
    minutes: given.minutes,
    from: dosage.from,
  }
}

/** A provision without a Do note for this many school days is asked about (R12; a product default). */
export const QUIET_SCHOOL_DAYS = 10

/** School days since a provision in force was last noted; null while it is not in force (R12, 6.52). */
export function quietSchoolDays(
  provision: {
    readonly from: IsoDate | null
    readonly until: IsoDate | null
    readonly lastNoteOn: IsoDate | null
  },
  calendar: SchoolCalendar,
  today: IsoDate,
): number | null {
  const { from, until, lastNoteOn } = provision
  if (from === null || from > today || (until !== null && until < today)) return null
  const daysFromStart = countSchoolDays(calendar, from, today)
  if (lastNoteOn === null || lastNoteOn < from) return daysFromStart
  return countSchoolDays(calendar, lastNoteOn, today) - countSchoolDays(calendar, lastNoteOn, lastNoteOn)
}

/** Whether a provision has been quiet too long (R12). */
export const isQuiet = (schoolDays: number | null) => schoolDays !== null && schoolDays >= QUIET_SCHOOL_DAYS

/** What to think about again in a provision: its dates against each other and the review, and what it is for (6.40). */
export function provisionNotes(
  provision: Dosage & {
    readonly what: string
    readonly deliverer: string | null
    readonly groupSize: number | null
    readonly outcomeIds: readonly string[]
  },
  plan: { readonly reviewDue: IsoDate | null },
): GentleNote[] {
  const notes: GentleNote[] = []
  if (provision.outcomeIds.length === 0)
    notes.push({
      part: 'outcomeIds',
      message: 'Not for any outcome yet. Support is planned for an outcome (6.40)',
    })
  for (const { rule, message } of specifiedFindings(provision)) notes.push({ part: rule, message })
  if (plan.reviewDue !== null && provision.from !== null && provision.from > plan.reviewDue)
    notes.push({ part: 'from', message: 'It would begin after the review' })
  return notes
}
