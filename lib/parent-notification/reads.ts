import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { type ContactTie, tiesPart } from '@/lib/contact/ties.reads'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import type { StatusKind } from '@/lib/sen-status/rules'
import type { NotifiableContact, Notification, NotificationInput } from './rules'

/** Every time somebody was told about a pupil's SEN support, oldest first. */
export const notificationsPart = (pupilId: string): Part<Notification[]> =>
  rowsPart<Notification>(sql`
    SELECT n.sen_status_id AS "senStatusId", n.contact_id AS "contactId", n.method, n.told_on AS "toldOn"
    FROM parent_notifications n WHERE n.pupil_id = ${pupilId}::uuid ORDER BY n.id`)

/** The same by itself. */
export const notificationsOf = (tx: SchoolTx, pupilId: string): Promise<Notification[]> =>
  readPart(tx, notificationsPart(pupilId))

/** The contacts of a pupil as the duty to tell them sees them, with title: restricted ones too, so that they can be left out. */
export const notifiable = (ties: readonly ContactTie[]): NotifiableContact[] =>
  ties.map((tie) => ({
    contactId: tie.contactId,
    name: [tie.title, tie.fullName].filter(Boolean).join(' '),
    relationship: tie.relationship,
    hasParentalResponsibility: tie.hasParentalResponsibility,
    caresForPupil: tie.caresForPupil,
    restrictedFrom: tie.restrictedFrom,
    restrictedUntil: tie.restrictedUntil,
  }))

/** The same, read by itself. */
export const notifiableContacts = async (tx: SchoolTx, pupilId: string): Promise<NotifiableContact[]> =>
  notifiable(await readPart(tx, tiesPart(pupilId)))

/** A pupil and the status of today, as the head of their page has them. */
type Told = {
  name: string
  dateOfBirth: IsoDate
  status: StatusKind | null
  statusId: string | null
  statusFrom: IsoDate | null
}

/** All that decides whether the family was told of this time on SEN support (6.43, 6.48; R01, R02). */
export const notificationFacts = (
  { name, dateOfBirth, status, statusId, statusFrom }: Told,
  known: Pick<NotificationInput, 'contacts' | 'notifications' | 'today' | 'calendar'>,
): NotificationInput => ({
  status: status && statusId && statusFrom ? { id: statusId, kind: status, from: statusFrom } : null,
  pupil: { name, dateOfBirth },
  ...known,
})

/** What bounds the day somebody was told: the time on the register before this one, and how old the record is. */
export async function toldBounds(tx: SchoolTx, pupilId: string, from: IsoDate, recordedHereOn: IsoDate) {
  const before = await tx.senStatus.findFirst({
    where: { pupilId, fromOn: { lt: toDateColumn(from) } },
    select: { untilOn: true, status: true },
    orderBy: { fromOn: 'desc' },
  })
  return { previousUntil: before?.untilOn ? fromDateColumn(before.untilOn) : null, recordedHereOn }
}
