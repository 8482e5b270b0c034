import type { IsoDate } from '@/lib/calendar/iso-date'

/** How to reach a contact; for those who call or write home. */
export type ContactDetails = {
  email: string | null
  phone: string | null
  address: string | null
  language: string | null
  hasAccount: boolean
}

/** A restriction as the SENCO and the headteacher read it. */
export type ContactRestriction = {
  from: IsoDate
  until: IsoDate | null
  reason: string | null
  holds: boolean
}

/** A parent or carer on a pupil's page, as far as whoever looks may know. */
export type ContactLine = {
  contactId: string
  pupilContactId: string
  /** With the title, as they are written to: "Mrs Farah Khan". */
  name: string
  relationship: string
  hasParentalResponsibility: boolean
  caresForPupil: boolean
  isRestricted: boolean
  /** null: not for this person, or the contact is restricted and must not be reached. */
  details: ContactDetails | null
  /** null: none, or not for this person. */
  restriction: ContactRestriction | null
}

/** A parent already on record, as a search finds them. */
export type ContactFound = { contactId: string; name: string; email: string | null; children: string[] }
