import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

/** From a first day, and to a last day where there is one, a court order shuts a contact out (domain.md 6, Parents). */
export type Restriction = {
  readonly restrictedFrom: IsoDate | null
  readonly restrictedUntil: IsoDate | null
}

/** Whether nothing about the pupil may reach this contact on this day; first and last day are in it. */
export const isRestrictedOn = ({ restrictedFrom, restrictedUntil }: Restriction, day: IsoDate): boolean =>
  restrictedFrom !== null && restrictedFrom <= day && (restrictedUntil === null || day <= restrictedUntil)

/** Why a restriction cannot run from one day to another. */
export const restrictionProblem = (from: IsoDate, until: IsoDate | null): string | null =>
  until !== null && until < from ? `The last day must be on or after ${longDate(from)}, when it begins` : null

/** What a contact can be to a pupil; the list is offered, any other word may be written. */
export const RELATIONSHIPS = [
  'Mother',
  'Father',
  'Step-parent',
  'Grandparent',
  'Foster carer',
  'Kinship carer',
  'Guardian',
  'Social worker',
] as const
