import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { type Part, rowsPart, sql } from '@/lib/platform/gather'

/** A parent or carer and how they are tied to a pupil, as the database keeps it: what of it is shown is decided by others. */
export type ContactTie = {
  pupilContactId: string
  contactId: string
  relationship: string
  hasParentalResponsibility: boolean
  caresForPupil: boolean
  priority: number
  restrictedFrom: IsoDate | null
  restrictedUntil: IsoDate | null
  restrictionReason: string | null
  title: string | null
  fullName: string
  email: string | null
  phone: string | null
  address: string | null
  language: string | null
  hasAccount: boolean
}

/** The contacts of a pupil in the school's order: a page reads them once, and every part of it takes what it needs. */
export const tiesPart = (pupilId: string): Part<ContactTie[]> =>
  rowsPart<ContactTie>(sql`
    SELECT t.id AS "pupilContactId", t.contact_id AS "contactId", t.relationship, t.has_parental_responsibility AS "hasParentalResponsibility",
      t.cares_for_pupil AS "caresForPupil", t.priority, t.restricted_from AS "restrictedFrom", t.restricted_until AS "restrictedUntil",
      t.restriction_reason AS "restrictionReason", c.title, c.full_name AS "fullName", c.email, c.phone, c.address, c.language,
      c.membership_id IS NOT NULL AS "hasAccount"
    FROM pupil_contacts t JOIN contacts c ON c.school_id = t.school_id AND c.id = t.contact_id
    WHERE t.pupil_id = ${pupilId}::uuid ORDER BY t.priority, t.id`)
