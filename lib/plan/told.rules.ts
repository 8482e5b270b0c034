import type { IsoDate } from '@/lib/calendar/iso-date'
import { entitledRecipients, type NotifiableContact, type Recipient } from '@/lib/parent-notification/rules'

/** How a parent was told who answers for the support now. */
export const RESPONSIBLE_TOLD_METHODS = ['in-person', 'phone', 'letter', 'email'] as const

export type ResponsibleToldMethod = (typeof RESPONSIBLE_TOLD_METHODS)[number]

/** A parent, and whether they have opened their child's page since the change, which says who it is now. */
export type ContactToTell = NotifiableContact & { readonly hasLooked: boolean }

export type ResponsibleNotice = {
  readonly contactId: string | null
  readonly method: ResponsibleToldMethod
  readonly toldOn: IsoDate
}

/** That another person answers for the support than when the plan was agreed, and all that says who knows (P31). */
export type ResponsibleChange = {
  readonly pupilId: string
  readonly className: string | null
  readonly pupil: { readonly name: string; readonly dateOfBirth: IsoDate }
  /** The version that made it so. */
  readonly versionId: string
  readonly from: IsoDate
  readonly publishedOn: IsoDate
  /** Who answers for it now. */
  readonly responsible: string | null
  readonly contacts: readonly ContactToTell[]
  readonly notices: readonly ResponsibleNotice[]
}

/** Who has not been told yet: neither by the school, nor by their own page since (P31). A restricted parent is not among them. */
export function notToldOfResponsible(
  { pupil, contacts, notices }: Pick<ResponsibleChange, 'pupil' | 'contacts' | 'notices'>,
  today: IsoDate,
): Recipient[] {
  const knows = ({ contactId }: Recipient) =>
    notices.some((notice) => notice.contactId === contactId) ||
    contacts.some((contact) => contact.contactId === contactId && contact.hasLooked)
  return entitledRecipients(pupil, contacts, today).filter((recipient) => !knows(recipient))
}

/** Why they cannot have been told on this day. */
export function responsibleToldOnProblem(
  toldOn: IsoDate,
  { publishedOn }: Pick<ResponsibleChange, 'publishedOn'>,
  today: IsoDate,
): string | null {
  if (toldOn > today) return 'The day they were told must be today or in the past'
  return toldOn < publishedOn ? 'The day they were told must be on or after the day of the change' : null
}
