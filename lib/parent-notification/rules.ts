import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { type SchoolCalendar, schoolDaysBetween } from '@/lib/calendar/school-days'
import { isRestrictedOn, type Restriction } from '@/lib/contact/rules'
import { compulsorySchoolAgeEnds, isOverCompulsorySchoolAge } from '@/lib/pupil/rules'
import type { StatusKind, StatusPeriod } from '@/lib/sen-status/rules'

/** How a parent or the young person was told; `before-import`: before this service, day not known. */
export const TOLD_METHODS = ['in-person', 'letter', 'email', 'phone', 'before-import'] as const

export type ToldMethod = (typeof TOLD_METHODS)[number]

/** Someone the school has as a parent or carer of the pupil, as far as the duty to tell them goes. */
export type NotifiableContact = Restriction & {
  readonly contactId: string
  readonly name: string
  readonly relationship: string
  readonly hasParentalResponsibility: boolean
  readonly caresForPupil: boolean
}

/** Who must be told: a parent, or with no contact the young person (section 68; domain.md 1.12). */
export type Recipient = {
  readonly contactId: string | null
  readonly name: string
  readonly relationship: string | null
}

export type Notification = {
  readonly senStatusId: string
  readonly contactId: string | null
  readonly method: ToldMethod
  readonly toldOn: IsoDate | null
}

type Pupil = { readonly name: string; readonly dateOfBirth: IsoDate }

/** Parental responsibility or care makes a parent (Education Act 1996, section 576). */
const isParent = ({ hasParentalResponsibility, caresForPupil }: NotifiableContact) =>
  hasParentalResponsibility || caresForPupil

/**
 * Who must be told that special educational provision is made: each parent who is not restricted on the day, and once
 * compulsory school age has ended the young person in their place (6.43, 6.48; section 68; domain.md 1.12).
 */
export function entitledRecipients(
  pupil: Pupil,
  contacts: readonly NotifiableContact[],
  day: IsoDate,
): Recipient[] {
  if (isOverCompulsorySchoolAge(pupil.dateOfBirth, day))
    return [{ contactId: null, name: pupil.name, relationship: null }]
  return contacts
    .filter((contact) => isParent(contact) && !isRestrictedOn(contact, day))
    .map(({ contactId, name, relationship }) => ({ contactId, name, relationship }))
}

/** School days after the start of SEN support in which parents are told; a product default (R02). */
export const TELL_WITHIN_SCHOOL_DAYS = 5

/** R01: not told. R02: not told, and more school days have passed than the school allows itself. */
export type NotificationRule = 'R01' | 'R02'

export type MissingNotification = { rule: NotificationRule; recipient: Recipient | null; schoolDays: number }

export type NotificationInput = {
  readonly status: Pick<StatusPeriod, 'id' | 'kind' | 'from'> | null
  readonly pupil: Pupil
  readonly contacts: readonly NotifiableContact[]
  readonly notifications: readonly Notification[]
  readonly today: IsoDate
  readonly calendar: SchoolCalendar
  readonly tellWithinSchoolDays?: number
}

const wasTold = ({ contactId }: Recipient, told: readonly Notification[]) =>
  told.some((notification) => notification.contactId === contactId)

/** A parent was told while the right was still the parent's: the young person's coming of age does not undo it (1.12). */
const wasToldInTime = ({ dateOfBirth }: Pupil, told: readonly Notification[]) =>
  told.some(
    ({ contactId, toldOn }) =>
      contactId !== null && (toldOn === null || toldOn <= compulsorySchoolAgeEnds(dateOfBirth)),
  )

/**
 * Who has not been told that SEN support is being made: the law's "must" (6.43, 6.48; section 68; R01, R02). Told for
 * one time on SEN support is not told for the next; an EHC plan is outside section 68. `recipient` is null where the
 * duty stands and nobody is on record whom the school may tell: a carer or the local authority has to be added.
 */
export function missingNotifications(input: NotificationInput): MissingNotification[] {
  const { status, pupil, contacts, today } = input
  if (status?.kind !== 'sen-support' || status.from > today) return []
  const told = input.notifications.filter(({ senStatusId }) => senStatusId === status.id)
  const schoolDays = schoolDaysBetween(input.calendar, status.from, today)
  const rule = schoolDays > (input.tellWithinSchoolDays ?? TELL_WITHIN_SCHOOL_DAYS) ? 'R02' : 'R01'
  const recipients = entitledRecipients(pupil, contacts, today)
  if (recipients.length === 0) return [{ rule, recipient: null, schoolDays }]
  return recipients
    .filter((recipient) => !wasTold(recipient, told))
    .filter((recipient) => recipient.contactId !== null || !wasToldInTime(pupil, told))
    .map((recipient) => ({ rule, recipient, schoolDays }))
}

type Told = { readonly method: ToldMethod; readonly toldOn: IsoDate | null }
type ToldAbout = {
  readonly kind: StatusKind
  readonly from: IsoDate
  /** The last day of the time on the register before this one, if there was one. */
  readonly previousUntil: IsoDate | null
  /** The day the pupil was first recorded in this service. */
  readonly recordedHereOn: IsoDate
  readonly today: IsoDate
}

/**
 * Why this cannot be how and when somebody was told: never in the future, not about an earlier time on SEN support,
 * and "before import, day not known" only where SEN support is as old as the school's use of this service (R01).
 */
export function toldProblem(
  { method, toldOn }: Told,
  about: ToldAbout,
): { field: 'toldOn' | 'method'; message: string } | null {
  if (method === 'before-import')
    return about.from > about.recordedHereOn
      ? {
          field: 'method',
          message: `Select how they were told: SEN support began on ${longDate(about.from)}, after this record did`,
        }
      : null
  if (toldOn === null) return { field: 'toldOn', message: 'Enter the day they were told' }
  if (toldOn > about.today)
    return { field: 'toldOn', message: 'The day they were told must be today or in the past' }
  if (about.previousUntil && toldOn <= about.previousUntil)
    return {
      field: 'toldOn',
      message: `The day they were told must be after ${longDate(about.previousUntil)}, when the time before this one ended`,
    }
  return null
}

/** One recipient on the panel of who was told: when and how, or that they were not and by which rule that is missing. */
export type ToldLine = { recipient: Recipient; told: Notification | null; missing: NotificationRule | null }

/** Each recipient of today with when they were told, and those who were told before and are not recipients now (P05). */
export function toldLines(input: NotificationInput): {
  lines: ToldLine[]
  nobodyToTell: NotificationRule | null
} {
  const { status, pupil, contacts, today } = input
  const missing = missingNotifications(input)
  const told = input.notifications.filter(({ senStatusId }) => senStatusId === status?.id)
  const lines = entitledRecipients(pupil, contacts, today).map((recipient): ToldLine => {
    const { contactId } = recipient
    return {
      recipient,
      told: told.find((notification) => notification.contactId === contactId) ?? null,
      missing: missing.find((each) => each.recipient?.contactId === contactId)?.rule ?? null,
    }
  })
  const past = told
    .filter(({ contactId }) => !lines.some(({ recipient }) => recipient.contactId === contactId))
    .flatMap((notification): ToldLine[] => {
      const contact = contacts.find(({ contactId }) => contactId === notification.contactId)
      return contact && !isRestrictedOn(contact, today)
        ? [{ recipient: contact, told: notification, missing: null }]
        : []
    })
  return {
    lines: [
      ...lines,
      ...past.map(({ recipient: { contactId, name, relationship }, ...line }) => ({
        ...line,
        recipient: { contactId, name, relationship },
      })),
    ],
    nobodyToTell: missing.find(({ recipient }) => recipient === null)?.rule ?? null,
  }
}
