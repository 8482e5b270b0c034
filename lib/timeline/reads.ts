import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import {
  type Change,
  type ChangesSince,
  type TimelineKind,
  type TimelineRow,
  type YearCount,
} from './kinds.rules'
import { EVERY_DAY, EVERYTHING } from './selects.reads'

// The text of both is always the same, so that each connection plans them once; what is asked for comes as values.
const ROWS = `/* prepared: timeline-rows */
  SELECT t.kind, t.what, t.on_day::text AS "on", t.id::text, t.facts, NULLIF(concat_ws(' ', m.given_name, m.family_name), '') AS by
  FROM (${EVERYTHING}) t LEFT JOIN memberships m ON m.school_id = (SELECT app.school_id()) AND m.id = t.by_id
  WHERE t.on_day BETWEEN $2::date AND $3::date AND t.kind = ANY ($4::text[])
  ORDER BY t.on_day DESC, array_position($4::text[], t.kind), t.at DESC NULLS LAST, t.id DESC`

const COUNTS = `/* prepared: timeline-counts */
  SELECT (extract(year FROM t.on_day) - CASE WHEN to_char(t.on_day, 'MM-DD') < $4 THEN 1 ELSE 0 END)::int AS year, t.kind,
    count(*)::int AS entries
  FROM (${EVERY_DAY}) t WHERE t.on_day BETWEEN $2::date AND $3::date GROUP BY 1, 2`

const EVER: readonly [string, string] = ['1900-01-01', '2199-12-31']

/** Everything of some kinds that happened to a pupil between two days, the latest first, in one statement whatever there is. */
export const timelineRows = (
  tx: SchoolTx,
  pupilId: string,
  asked: { firstDay: IsoDate; lastDay: IsoDate; kinds: readonly TimelineKind[] },
): Promise<TimelineRow[]> =>
  tx.$queryRawUnsafe<TimelineRow[]>(ROWS, pupilId, asked.firstDay, asked.lastDay, [...asked.kinds])

/** How much of each kind there is in each school year. */
export const timelineCounts = (tx: SchoolTx, pupilId: string, yearBegins: string): Promise<YearCount[]> =>
  tx.$queryRawUnsafe<YearCount[]>(COUNTS, pupilId, ...EVER, yearBegins)

type Row = { looked_at: Date; recorded_at: Date | null; action: string | null; by: string | null }

/**
 * What others have done about a pupil since the person asking last looked before an instant, the latest first, by the trail.
 * Opening the pupil's page or the timeline is looking; one's own acts are never counted.
 */
export async function changesSinceLooked(
  tx: SchoolTx,
  pupilId: string,
  lookingSince: Date,
): Promise<ChangesSince> {
  const rows = await tx.$queryRaw<Row[]>`/* prepared: changed-since-i-looked */
    SELECT c.looked_at, c.recorded_at, c.action, NULLIF(concat_ws(' ', m.given_name, m.family_name), '') AS by
    FROM app.changed_since_i_looked(${pupilId}::uuid, ${lookingSince}::timestamptz) c
    LEFT JOIN memberships m ON m.school_id = (SELECT app.school_id()) AND m.id = c.membership_id
    ORDER BY c.recorded_at DESC`
  const [first] = rows
  if (!first) return null
  const changes = rows.flatMap(({ recorded_at: at, action, by }): Change[] =>
    at && action ? [{ at, action, by }] : [],
  )
  return { since: first.looked_at, changes }
}
