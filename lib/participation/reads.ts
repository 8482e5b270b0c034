import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import type { ParticipationNote } from './rules'

/** How a pupil joined in since a day, the newest first. */
export const participationPart = (pupilId: string, firstDay: IsoDate): Part<ParticipationNote[]> =>
  rowsPart<ParticipationNote>(sql`
    SELECT n.id, n.happened_on AS "on", n.activity, n.what, n.joined, n.minutes, n.why, n.changed,
      concat_ws(' ', m.given_name, m.family_name) AS by
    FROM participation_notes n LEFT JOIN memberships m ON m.school_id = n.school_id AND m.id = n.written_by_id
    WHERE n.pupil_id = ${pupilId}::uuid AND n.happened_on >= ${firstDay}::date
    ORDER BY n.happened_on DESC, n.written_at DESC, n.id DESC`)

/** The same by itself. */
export const participationSince = (
  tx: SchoolTx,
  pupilId: string,
  firstDay: IsoDate,
): Promise<ParticipationNote[]> => readPart(tx, participationPart(pupilId, firstDay))
