import type { IsoDate } from '@/lib/calendar/iso-date'
import { isRestrictedOn, type Restriction } from '@/lib/contact/rules'

/** What a contact is to a pupil, as far as meetings ask. */
export type FamilyTie = Restriction & {
  readonly hasParentalResponsibility: boolean
  readonly caresForPupil: boolean
}

/**
 * Whether the school meets and writes to this contact about the pupil: a parent or a carer, a foster carer or a
 * social worker who looks after the child among them, and not shut out (6.65; 8.3, C3).
 */
export const isEntitled = (tie: FamilyTie, day: IsoDate) =>
  (tie.hasParentalResponsibility || tie.caresForPupil) && !isRestrictedOn(tie, day)

/**
 * Those who should have a copy of a meeting's record (6.71, R19): each parent who may have one, but of a
 * meeting with one of two parents seen apart only the one it was with, since neither reads the other's notes.
 */
export const copyIsFor = (
  tie: FamilyTie & { readonly contactId: string },
  meeting: { readonly roundId: string | null; readonly contactIds: readonly string[] },
  today: IsoDate,
) => isEntitled(tie, today) && (meeting.roundId === null || meeting.contactIds.includes(tie.contactId))
