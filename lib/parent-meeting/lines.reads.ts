import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { isRestrictedOn } from '@/lib/contact/rules'
import { type ContactTie, tiesPart } from '@/lib/contact/ties.reads'
import type { SchoolTx } from '@/lib/platform/db'
import { gather, readPart } from '@/lib/platform/gather'
import { columnsPart, type MeetingColumns } from './columns.reads'
import { copiesOf } from './copies.rules'
import type { MeetingCalendar } from './facts.rules'
import type { MeetingRow } from './line.rules'
import type { FamilyContact } from './people.rules'
import { COPY_WITHIN_SCHOOL_DAYS, dueAfter, RECORD_STEPS, RECORD_WITHIN_SCHOOL_DAYS } from './record.rules'
import { givenFrom } from './signing.rules'

/** The contacts of a pupil, parents and carers first in the order the school has put them. */
export const familyFrom = (ties: readonly ContactTie[]): FamilyContact[] =>
  ties
    .toSorted((a, b) => a.priority - b.priority || (a.contactId < b.contactId ? -1 : 1))
    .map((tie) => ({
      contactId: tie.contactId,
      name: tie.fullName,
      relationship: tie.relationship,
      hasParentalResponsibility: tie.hasParentalResponsibility,
      caresForPupil: tie.caresForPupil,
      restrictedFrom: tie.restrictedFrom,
      restrictedUntil: tie.restrictedUntil,
    }))

/** The same, read by itself in one statement. */
export const familyOf = async (tx: SchoolTx, pupilId: string): Promise<FamilyContact[]> =>
  familyFrom(await readPart(tx, tiesPart(pupilId)))

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/** A pupil's meetings from the first day of the year on, each with who came and who has a copy; a fixed number of statements. */
export async function meetingRows(
  tx: SchoolTx,
  pupilId: string,
  calendar: MeetingCalendar,
  today: IsoDate,
): Promise<MeetingRow[]> {
  const { ties, rows } = await gather<{ ties: ContactTie[]; rows: MeetingColumns[] }>(tx, {
    ties: tiesPart(pupilId),
    rows: columnsPart(pupilId, calendar.year.firstDay),
  })
  return meetingRowsFrom(rows, familyFrom(ties), calendar, today)
}

/** The same from what a page has read already. */
export const meetingRowsFrom = (
  rows: readonly MeetingColumns[],
  family: readonly FamilyContact[],
  calendar: MeetingCalendar,
  today: IsoDate,
): MeetingRow[] => rows.map((row) => meetingRow(row, family, calendar, today))

/** One meeting as a page shows it, seen with the pupil's family of today. */
export function meetingRow(
  row: MeetingColumns,
  family: readonly FamilyContact[],
  calendar: MeetingCalendar,
  today: IsoDate,
): MeetingRow {
  const on = row.heldOn
  const isHeld = row.status === 'held'
  const { hasRecord, signed } = row
  const from = signed ? givenFrom(on, { number: signed.number, signedOn: signed.on }) : on
  const parents = row.attendees.flatMap(({ contactId, contact, came }) =>
    contactId ? [{ contactId, name: contact?.fullName ?? '', came }] : [],
  )
  const shutOut = new Set(
    family.filter((tie) => isRestrictedOn(tie, today)).map(({ contactId }) => contactId),
  )
  const hours = (isSo: (person: (typeof row.attendees)[number]) => boolean) =>
    row.attendees.filter(isSo).flatMap(({ contactId, membershipId }) => contactId ?? membershipId ?? [])
  const bare = ({ contactId, name }: { contactId: string; name: string }) => ({ contactId, name })
  const meeting = { roundId: row.roundId, contactIds: parents.map(({ contactId }) => contactId) }
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    on,
    at: row.at,
    format: row.format,
    purpose: row.purpose,
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
    pupilPart: row.pupilPart,
    pupilPartNote: row.pupilPartNote,
    cancelledBy: row.cancelledBy,
    reasonNotHeld: row.cancelReason,
    hasRecord,
    signed,
    stepsToDo: signed ? RECORD_STEPS.filter((step) => !row.steps.includes(step)) : [],
    noteTaker: row.noteTaker,
    late: hours(({ cameLate }) => cameLate),
    left: hours(({ leftEarly }) => leftEarly),
    recordDue: isHeld && signed === null ? dueAfter(calendar, on, RECORD_WITHIN_SCHOOL_DAYS) : null,
    copies: isHeld && hasRecord ? copiesOf(row, family, meeting, today) : [],
    copyDue: isHeld && hasRecord ? dueAfter(calendar, from, COPY_WITHIN_SCHOOL_DAYS) : null,
  }
}
