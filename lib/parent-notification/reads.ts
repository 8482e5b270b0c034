import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { StatusKind } from '@/lib/sen-status/rules'
import type { NotifiableContact, Notification, NotificationInput, ToldMethod } from './rules'

/** Every time somebody was told about a pupil's SEN support, oldest first. */
export async function notificationsOf(tx: SchoolTx, pupilId: string): Promise<Notification[]> {
  const rows = await tx.parentNotification.findMany({
    where: { pupilId },
    select: { senStatusId: true, contactId: true, method: true, toldOn: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ senStatusId, contactId, method, toldOn }) => ({
    senStatusId,
    contactId,
    method: method as ToldMethod,
    toldOn: fromDateColumnOrNull(toldOn),
  }))
}

/** The contacts of a pupil as the duty to tell them sees them, with title: restricted ones too, so that they can be left out. */
export async function notifiableContacts(tx: SchoolTx, pupilId: string): Promise<NotifiableContact[]> {
  const rows = await tx.pupilContact.findMany({
    where: { pupilId },
    select: {
      contactId: true,
      relationship: true,
      hasParentalResponsibility: true,
      caresForPupil: true,
      restrictedFrom: true,
      restrictedUntil: true,
      contact: { select: { title: true, fullName: true } },
    },
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ contact, restrictedFrom, restrictedUntil, ...tie }) => ({
    ...tie,
    name: [contact.title, contact.fullName].filter(Boolean).join(' '),
    restrictedFrom: fromDateColumnOrNull(restrictedFrom),
    restrictedUntil: fromDateColumnOrNull(restrictedUntil),
  }))
}

/** A pupil and the status of today, as the head of their page has them. */
type Told = {
  id: string
  name: string
  dateOfBirth: IsoDate
  status: StatusKind | null
  statusId: string | null
  statusFrom: IsoDate | null
}

/** All that decides whether the family was told of this time on SEN support (6.43, 6.48; R01, R02). */
export async function notificationFacts(
  tx: SchoolTx,
  { id, name, dateOfBirth, status, statusId, statusFrom }: Told,
  { today, calendar }: { today: IsoDate; calendar: SchoolCalendar },
): Promise<NotificationInput> {
  return {
    status: status && statusId && statusFrom ? { id: statusId, kind: status, from: statusFrom } : null,
    pupil: { name, dateOfBirth },
    contacts: await notifiableContacts(tx, id),
    notifications: await notificationsOf(tx, id),
    today,
    calendar,
  }
}

/** What bounds the day somebody was told: the time on the register before this one, and how old the record is. */
export async function toldBounds(tx: SchoolTx, pupilId: string, from: IsoDate, recordedHereOn: IsoDate) {
  const before = await tx.senStatus.findFirst({
    where: { pupilId, fromOn: { lt: toDateColumn(from) } },
    select: { untilOn: true, status: true },
    orderBy: { fromOn: 'desc' },
  })
  return { previousUntil: before?.untilOn ? fromDateColumn(before.untilOn) : null, recordedHereOn }
}
