import 'server-only'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { MeetingRecordView } from './line.rules'

/**
 * The record of a meeting with its actions, or nothing where none was written yet. A parent finds only one that
 * was shared, of a meeting they came to or were given the record of: Postgres sees to that.
 */
export async function meetingRecord(tx: SchoolTx, meetingId: string): Promise<MeetingRecordView | null> {
  const row = await tx.meetingRecord.findFirst({ where: { meetingId } })
  if (!row) return null
  const actions = await tx.meetingAction.findMany({
    where: { meetingId, removedAt: null },
    select: { who: true, what: true, byOn: true },
    orderBy: { position: 'asc' },
  })
  return {
    outcomesAgreed: row.outcomesAgreed,
    supportAgreed: row.supportAgreed,
    parentWillDo: row.parentWillDo,
    pupilWillDo: row.pupilWillDo,
    schoolWillDo: row.schoolWillDo,
    aspirations: row.aspirations,
    pupilSaid: row.pupilSaid,
    worries: row.worries,
    atHome: row.atHome,
    nextMeeting: row.nextMeeting,
    writtenOn: fromDateColumn(row.writtenOn),
    isShared: row.sharedAt !== null,
    actions: actions.map(({ who, what, byOn }) => ({ who, what, by: fromDateColumnOrNull(byOn) })),
  }
}
