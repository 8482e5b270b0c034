import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, readPart, sql } from '@/lib/platform/gather'
import { type Change, type ChangesSince, TIMELINE_KINDS, type TimelineRow } from './kinds.rules'
import { EVERYTHING } from './selects.reads'

// The text is always the same, so that each connection plans it once; what is asked for comes as values.
const ROWS = `/* prepared: timeline-rows */
  SELECT t.kind, t.what, t.on_day::text AS "on", t.id::text, t.facts, NULLIF(concat_ws(' ', m.given_name, m.family_name), '') AS by
  FROM (${EVERYTHING}) t LEFT JOIN memberships m ON m.school_id = (SELECT app.school_id()) AND m.id = t.by_id
  WHERE t.on_day BETWEEN $2::date AND $3::date
  ORDER BY t.on_day DESC, array_position($4::text[], t.kind), t.at DESC NULLS LAST, t.id DESC`

/** Everything that happened to a pupil between two days, the latest first, in one statement whatever there is. */
export const timelineRows = (
  tx: SchoolTx,
  pupilId: string,
  { firstDay, lastDay }: { firstDay: IsoDate; lastDay: IsoDate },
): Promise<TimelineRow[]> =>
  tx.$queryRawUnsafe<TimelineRow[]>(ROWS, pupilId, firstDay, lastDay, [...TIMELINE_KINDS])

/** The first and the last day there is anything of; the kinds that begin or end a story are enough to know. */
export async function timelineSpan(
  tx: SchoolTx,
  pupilId: string,
): Promise<{ first: IsoDate | null; last: IsoDate | null }> {
  const [span] = await tx.$queryRaw<{ first: IsoDate | null; last: IsoDate | null }[]>`
    SELECT min(d.first)::text AS first, max(d.last)::text AS last FROM (
      SELECT min(from_on) AS first, max(until_on) AS last FROM sen_statuses WHERE pupil_id = ${pupilId}::uuid
      UNION ALL SELECT min(raised_on), max(raised_on) FROM concerns WHERE pupil_id = ${pupilId}::uuid
      UNION ALL SELECT min(started_on), max(started_on) FROM cycles WHERE pupil_id = ${pupilId}::uuid
      UNION ALL SELECT min(held_on), max(held_on) FROM parent_meetings WHERE pupil_id = ${pupilId}::uuid
      UNION ALL SELECT min(held_on), max(held_on) FROM early_discussions WHERE pupil_id = ${pupilId}::uuid) d`
  return span ?? { first: null, last: null }
}

type Row = { looked_at: string; recorded_at: string | null; action: string | null; by: string | null }

/**
 * What others have done about a pupil since the person asking last looked before an instant, the latest first, by the trail.
 * Opening the pupil's page or the timeline is looking; one's own acts are never counted.
 */
export const changesPart = (pupilId: string, lookingSince: Date): Part<ChangesSince> =>
  part<Row, ChangesSince>(
    sql`
    SELECT c.looked_at, c.recorded_at, c.action, NULLIF(concat_ws(' ', m.given_name, m.family_name), '') AS by
    FROM app.changed_since_i_looked(${pupilId}::uuid, ${lookingSince}::timestamptz) c
    LEFT JOIN memberships m ON m.school_id = (SELECT app.school_id()) AND m.id = c.membership_id
    ORDER BY c.recorded_at DESC`,
    (rows) => {
      const [first] = rows
      if (!first) return null
      const changes = rows.flatMap(({ recorded_at: at, action, by }): Change[] =>
        at && action ? [{ at: new Date(at), action, by }] : [],
      )
      return { since: new Date(first.looked_at), changes }
    },
  )

/** The same by itself. */
export const changesSinceLooked = (
  tx: SchoolTx,
  pupilId: string,
  lookingSince: Date,
): Promise<ChangesSince> => readPart(tx, changesPart(pupilId, lookingSince))
