import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { isRestrictedOn } from '@/lib/contact/rules'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { ParentMeetingFormat, ParentMeetingStatus } from './counting.rules'
import type { MeetingCalendar } from './facts.rules'
import { copyIsFor } from './family.rules'
import type { Copy, MeetingRow } from './line.rules'
import type { FamilyContact } from './people.rules'
import {
  COPY_WITHIN_SCHOOL_DAYS,
  type CopyMethod,
  dueAfter,
  type MeetingPurpose,
  type PupilPart,
  RECORD_WITHIN_SCHOOL_DAYS,
} from './record.rules'

/** The contacts of a pupil, parents and carers first in the order the school has put them; one statement. */
export async function familyOf(tx: SchoolTx, pupilId: string): Promise<FamilyContact[]> {
  const rows = await tx.pupilContact.findMany({
    where: { pupilId },
    select: {
      contactId: true,
      relationship: true,
      hasParentalResponsibility: true,
      caresForPupil: true,
      restrictedFrom: true,
      restrictedUntil: true,
      contact: { select: { fullName: true } },
    },
    orderBy: [{ priority: 'asc' }, { contactId: 'asc' }],
  })
  return rows.map(({ contact, restrictedFrom, restrictedUntil, ...tie }) => ({
    ...tie,
    name: contact.fullName,
    restrictedFrom: fromDateColumnOrNull(restrictedFrom),
    restrictedUntil: fromDateColumnOrNull(restrictedUntil),
  }))
}

/** What is read of a meeting, with everything that hangs on it. */
export const MEETING_COLUMNS = {
  id: true,
  version: true,
  status: true,
  heldOn: true,
  at: true,
  format: true,
  purpose: true,
  place: true,
  plannedMinutes: true,
  actualMinutes: true,
  isSenDiscussion: true,
  roundId: true,
  pupilPart: true,
  pupilPartNote: true,
  cancelledBy: true,
  cancelReason: true,
  ledById: true,
  ledBy: { select: { givenName: true, familyName: true } },
  attendees: {
    select: {
      contactId: true,
      membershipId: true,
      came: true,
      contact: { select: { fullName: true } },
      membership: { select: { givenName: true, familyName: true } },
    },
    orderBy: { id: 'asc' as const },
  },
  record: { select: { id: true } },
  deliveries: { select: { contactId: true, method: true, givenOn: true } },
} as const

/** A meeting's columns as Prisma hands them over. */
export type MeetingColumns = Awaited<ReturnType<typeof columnsOf>>[number]

const columnsOf = (tx: SchoolTx, pupilId: string, from: IsoDate) =>
  tx.parentMeeting.findMany({
    where: { pupilId, heldOn: { gte: toDateColumn(from) } },
    select: MEETING_COLUMNS,
    orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
  })

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/** A pupil's meetings from the first day of the year on, each with who came and who has a copy; a fixed number of statements. */
export async function meetingRows(
  tx: SchoolTx,
  pupilId: string,
  calendar: MeetingCalendar,
  today: IsoDate,
): Promise<MeetingRow[]> {
  const family = await familyOf(tx, pupilId)
  const rows = await columnsOf(tx, pupilId, calendar.year.firstDay)
  return rows.map((row) => meetingRow(row, family, calendar, today))
}

/** One meeting as a page shows it, seen with the pupil's family of today. */
export function meetingRow(
  row: MeetingColumns,
  family: readonly FamilyContact[],
  calendar: MeetingCalendar,
  today: IsoDate,
): MeetingRow {
  const on = fromDateColumn(row.heldOn)
  const isHeld = row.status === 'held'
  const hasRecord = row.record !== null
  const parents = row.attendees.flatMap(({ contactId, contact, came }) =>
    contactId ? [{ contactId, name: contact?.fullName ?? '', came }] : [],
  )
  const shutOut = new Set(
    family.filter((tie) => isRestrictedOn(tie, today)).map(({ contactId }) => contactId),
  )
  const bare = ({ contactId, name }: { contactId: string; name: string }) => ({ contactId, name })
  const meeting = { roundId: row.roundId, contactIds: parents.map(({ contactId }) => contactId) }
  return {
    id: row.id,
    version: row.version,
    status: row.status as ParentMeetingStatus,
    on,
    at: row.at,
    format: row.format as ParentMeetingFormat,
    purpose: row.purpose as MeetingPurpose,
    place: row.place,
    plannedMinutes: row.plannedMinutes,
    actualMinutes: row.actualMinutes,
    isSenDiscussion: row.isSenDiscussion,
    roundId: row.roundId,
    leaderId: row.ledById,
    leader: row.ledBy && nameOf(row.ledBy),
    invited: parents.filter(({ contactId }) => !shutOut.has(contactId)).map(bare),
    came: parents.filter(({ came }) => came).map(bare),
    staff: row.attendees.flatMap(({ membershipId, membership, came }) =>
      membershipId && membership && came ? [{ membershipId, name: nameOf(membership) }] : [],
    ),
    pupilPart: row.pupilPart as PupilPart | null,
    pupilPartNote: row.pupilPartNote,
    cancelledBy: row.cancelledBy as 'school' | 'parent' | null,
    reasonNotHeld: row.cancelReason,
    hasRecord,
    recordDue: isHeld && !hasRecord ? dueAfter(calendar, on, RECORD_WITHIN_SCHOOL_DAYS) : null,
    copies: isHeld && hasRecord ? copiesOf(row, family, meeting, today) : [],
    copyDue: isHeld && hasRecord ? dueAfter(calendar, on, COPY_WITHIN_SCHOOL_DAYS) : null,
  }
}

// Those who should have one, and those who were given one though they are no longer on the list.
function copiesOf(
  row: MeetingColumns,
  family: readonly FamilyContact[],
  meeting: Parameters<typeof copyIsFor>[1],
  today: IsoDate,
): Copy[] {
  const given = new Map(row.deliveries.map((delivery) => [delivery.contactId, delivery]))
  return family
    .filter(
      (contact) =>
        copyIsFor(contact, meeting, today) ||
        (given.has(contact.contactId) && !isRestrictedOn(contact, today)),
    )
    .map(({ contactId, name }) => {
      const delivery = given.get(contactId)
      return {
        contactId,
        name,
        method: (delivery?.method as CopyMethod | undefined) ?? null,
        on: delivery ? fromDateColumn(delivery.givenOn) : null,
      }
    })
}
