import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import type { ParentMeetingStatus } from './counting.rules'

/** One pupil's meeting of an appointment that siblings share. */
export type Together = { meetingId: string; pupilId: string; name: string; status: ParentMeetingStatus }

/** The meetings of the siblings who are met together with this pupil, as far as this person may see them. */
export const togetherWith = (tx: SchoolTx, meetingId: string): Promise<Together[]> =>
  tx.$queryRaw<Together[]>`
    SELECT o.id::text AS "meetingId", o.pupil_id::text AS "pupilId", o.status,
      concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name
    FROM parent_meetings m
    JOIN parent_meetings o ON o.school_id = m.school_id AND o.sitting_id = m.sitting_id AND o.id <> m.id
    JOIN pupils p ON p.school_id = o.school_id AND p.id = o.pupil_id
    WHERE m.id = ${meetingId}::uuid ORDER BY o.id`

type Locked = { id: string; pupilId: string; version: number; status: ParentMeetingStatus }

/** Why a part of an appointment is not changed by itself. */
export const NOT_ALL_YOURS =
  'This meeting is together with a brother or sister whom you do not teach. Ask the SENCO to change it for both'

/**
 * The meetings that change together, held fast until the change is done, always in the same order, so that of two people who
 * change them from either page at once the second is told. Nothing where one of them is not this person's to change.
 */
export async function lockAppointment(
  tx: SchoolTx,
  { id, sittingId }: { id: string; sittingId: string | null },
): Promise<Locked[] | null> {
  const rows = await tx.$queryRaw<Locked[]>`
    SELECT id::text, pupil_id::text AS "pupilId", version, status FROM parent_meetings
    WHERE id = ${id}::uuid OR (sitting_id = ${sittingId}::uuid AND status = 'booked') ORDER BY id FOR UPDATE`
  if (sittingId === null) return rows
  const [{ size } = { size: 0 }] = await tx.$queryRaw<{ size: number }[]>`
    SELECT app.sitting_size(${sittingId}::uuid) AS size`
  return rows.filter(({ status }) => status === 'booked').length === size ? rows : null
}
