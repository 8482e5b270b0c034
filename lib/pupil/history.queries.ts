import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed } from '@/lib/platform/errors'
import type { HistoryEntry, PupilHeader } from './header.rules'
import { pupilPolicy } from './policy'
import { openPupil } from './reads'

/** Lines of the trail on one page. */
export const ENTRIES_A_PAGE = 100

export type PupilHistory = { pupil: PupilHeader; entries: HistoryEntry[]; page: number; hasOlder: boolean }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Who read or changed what about a pupil, newest first, a hundred a page; a parent may ask who has looked (style, 5.4). */
export function getPupilHistory(
  actor: Actor,
  pupilId: string,
  page: number,
  now: Date,
): Promise<PupilHistory> {
  return asActor(actor, async (tx) => {
    const pupil = await openPupil(tx, actor, { pupilId, page: 'history', today: schoolDay(now), now })
    if (!pupilPolicy.readHistory(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`read the history of pupil ${pupilId}`)
    const rows = await tx.auditEntry.findMany({
      where: { pupilId },
      select: {
        id: true,
        recordedAt: true,
        action: true,
        details: true,
        membership: { select: { givenName: true, familyName: true, role: true } },
      },
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * ENTRIES_A_PAGE,
      take: ENTRIES_A_PAGE + 1,
    })
    const entries = rows.slice(0, ENTRIES_A_PAGE).map(({ id, recordedAt, action, details, membership }) => ({
      id,
      at: recordedAt,
      who: `${membership.givenName} ${membership.familyName}`,
      role: membership.role,
      action,
      details: isRecord(details) ? details : {},
    }))
    return { pupil, entries, page, hasOlder: rows.length > ENTRIES_A_PAGE }
  })
}
