import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import type { SchoolTx } from '@/lib/platform/db'
import type { ParentPoint, PointKind, WayGiven } from './rules'

/**
 * What parents have brought for a pupil, oldest first: of one meeting, or where none is named everything. Of a parent who
 * is shut out there is nothing, and a parent reads their own alone. Three statements.
 */
export async function parentPoints(
  tx: SchoolTx,
  { pupilId, meetingId }: { pupilId: string; meetingId?: string | null },
  today: IsoDate,
): Promise<ParentPoint[]> {
  const family = (await familyOf(tx, pupilId)).filter((tie) => isEntitled(tie, today))
  const rows = await tx.parentPoint.findMany({
    where: {
      pupilId,
      ...(meetingId !== undefined && { meetingId }),
      contactId: { in: family.map(({ contactId }) => contactId) },
    },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  })
  const staff = await tx.membership.findMany({
    where: { id: { in: rows.flatMap(({ givenBy, addedById }) => (isOwn(givenBy) ? [] : [addedById])) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const names = new Map(staff.map((one) => [one.id, `${one.givenName} ${one.familyName}`]))
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meetingId,
    contactId: row.contactId,
    parentName: family.find(({ contactId }) => contactId === row.contactId)?.name ?? '',
    kind: row.kind as PointKind,
    words: row.words,
    how: row.givenBy as WayGiven,
    addedOn: schoolDay(row.addedAt),
    typedBy: isOwn(row.givenBy) ? null : (names.get(row.addedById) ?? null),
  }))
}

const isOwn = (givenBy: string) => givenBy === 'link' || givenBy === 'service'
