import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'

/** What was seen of a pupil: where, when, by whom; and what it said before it was put right (P41). */
export type ObservationLine = {
  id: string
  seenOn: IsoDate
  at: string | null
  place: string
  words: string
  by: string
  writtenById: string
  writtenOn: IsoDate
  isShared: boolean
  /** What it said before, oldest first, each with who replaced it, when and why. */
  before: { id: string; words: string; place: string; replacedBy: string; replacedOn: IsoDate; why: string }[]
}

type Row = Omit<ObservationLine, 'before'> & {
  replaces_id: string | null
  why: string | null
  is_replaced: boolean
}

/**
 * The observations of a pupil since a day, newest first: what feeds the next assessment (6.45, 6.46; P41). One
 * statement; for a parent, what was shared.
 */
export async function observationsSince(
  tx: SchoolTx,
  pupilId: string,
  since: IsoDate | null,
): Promise<ObservationLine[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT o.id, o.seen_on::text AS "seenOn", o.at, o.place, o.words, concat_ws(' ', m.given_name, m.family_name) AS by,
      o.written_by_id AS "writtenById", (o.written_at AT TIME ZONE 'Europe/London')::date::text AS "writtenOn",
      o.shared_at IS NOT NULL AS "isShared", o.replaces_id, o.why,
      EXISTS (SELECT FROM observations r WHERE r.school_id = o.school_id AND r.pupil_id = o.pupil_id AND r.replaces_id = o.id) AS is_replaced
    FROM observations o JOIN memberships m ON m.school_id = o.school_id AND m.id = o.written_by_id
    WHERE o.pupil_id = ${pupilId}::uuid ORDER BY o.seen_on DESC, o.at DESC NULLS LAST, o.written_at DESC, o.id`
  const byId = new Map(rows.map((row) => [row.id, row]))
  const beforeOf = ({ replaces_id, by, writtenOn, why }: Row): ObservationLine['before'] => {
    const was = replaces_id === null ? undefined : byId.get(replaces_id)
    if (!was) return []
    const said = { id: was.id, words: was.words, place: was.place }
    return [...beforeOf(was), { ...said, replacedBy: by, replacedOn: writtenOn, why: why ?? '' }]
  }
  return rows
    .filter(({ is_replaced, seenOn }) => !is_replaced && (since === null || seenOn >= since))
    .map((row) => ({
      id: row.id,
      seenOn: row.seenOn,
      at: row.at,
      place: row.place,
      words: row.words,
      by: row.by,
      writtenById: row.writtenById,
      writtenOn: row.writtenOn,
      isShared: row.isShared,
      before: beforeOf(row),
    }))
}
