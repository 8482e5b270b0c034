import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { measuredOutcomes } from '@/lib/measurement/reads'
import { meetingRecord } from '@/lib/parent-meeting/record.reads'
import { parentPoints } from '@/lib/parent-point/reads'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { GatheredHow, LastTime, PupilView, Sheet } from './rules'

type Of = { pupilId: string; meetingId: string; on: IsoDate }

/**
 * What a meeting is prepared with. For one parent only what was shared with parents, asked for so and not left out afterwards,
 * and only what they themselves brought: the other parent's words are not for them (P86; 8.3, C7).
 */
export async function sheetOf(
  tx: SchoolTx,
  { pupilId, meetingId, on }: Of,
  { forContact, today }: { forContact: string | null; today: IsoDate },
): Promise<Sheet> {
  const sharedOnly = forContact !== null
  const shared = sharedOnly ? { sharedAt: { not: null } } : {}
  const cycle = await tx.cycle.findFirst({
    where: { pupilId, activatedOn: { not: null }, ...shared },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  const points = (await parentPoints(tx, { pupilId }, today)).filter(
    ({ contactId }) => forContact === null || contactId === forContact,
  )
  return {
    outcomes: cycle ? await measuredOutcomes(tx, { cycleId: cycle.id, sharedOnly }) : [],
    notes: await sharedNotes(tx, pupilId),
    last: await lastTime(tx, { pupilId, before: on, forContact }),
    points: points.filter((point) => point.meetingId === meetingId),
    earlier: points.filter((point) => point.meetingId !== meetingId),
    views: await pupilViews(tx, meetingId, sharedOnly),
  }
}

const NOTES_AT_MOST = 5

/** The latest Do notes that were shared with the parents: what both sides have read. */
async function sharedNotes(tx: SchoolTx, pupilId: string): Promise<Sheet['notes']> {
  const rows = await tx.doNote.findMany({
    where: { pupilId, sharedAt: { not: null }, observation: { not: null } },
    orderBy: [{ happenedOn: 'desc' }, { writtenAt: 'desc' }, { id: 'desc' }],
    take: NOTES_AT_MOST,
    select: {
      id: true,
      happenedOn: true,
      observation: true,
      writtenBy: { select: { title: true, givenName: true, familyName: true } },
    },
  })
  return rows.map(({ id, happenedOn, observation, writtenBy }) => ({
    id,
    on: fromDateColumn(happenedOn),
    words: observation ?? '',
    who: `${writtenBy.title ?? writtenBy.givenName} ${writtenBy.familyName}`,
  }))
}

/** The last meeting before this one that has a record; for one parent one they came to, or were given the record of. */
async function lastTime(
  tx: SchoolTx,
  { pupilId, before, forContact }: { pupilId: string; before: IsoDate; forContact: string | null },
): Promise<LastTime | null> {
  const theirs =
    forContact === null
      ? { record: { isNot: null } }
      : {
          record: { is: { sharedAt: { not: null } } },
          OR: [
            { attendees: { some: { contactId: forContact, came: true } } },
            { deliveries: { some: { contactId: forContact } } },
          ],
        }
  const meeting = await tx.parentMeeting.findFirst({
    where: { pupilId, status: 'held', heldOn: { lte: toDateColumn(before) }, ...theirs },
    orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
    select: { id: true, heldOn: true },
  })
  const record = meeting && (await meetingRecord(tx, meeting.id))
  return meeting && record ? { on: fromDateColumn(meeting.heldOn), record } : null
}

/** What the pupil wants said at a meeting, oldest first. */
export async function pupilViews(tx: SchoolTx, meetingId: string, sharedOnly: boolean): Promise<PupilView[]> {
  const rows = await tx.meetingPupilView.findMany({
    where: { meetingId, ...(sharedOnly && { sharedAt: { not: null } }) },
    orderBy: [{ gatheredOn: 'asc' }, { id: 'asc' }],
    include: { recordedBy: { select: { givenName: true, familyName: true } } },
  })
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    how: row.gatheredHow as GatheredHow,
    with: row.gatheredWith,
    on: fromDateColumn(row.gatheredOn),
    recordedBy: `${row.recordedBy.givenName} ${row.recordedBy.familyName}`,
    isShared: row.sharedAt !== null,
  }))
}
