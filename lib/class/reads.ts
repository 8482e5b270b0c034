import 'server-only'
import { type IsoDate, schoolTime } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { empty, sql } from '@/lib/platform/gather'
import { mondayOf, type NotedSession, type SheetProvision, type SheetPupil } from './rules'

type Note = Omit<NotedSession, 'at'> & { on: IsoDate; at: string }
type Row = Omit<SheetPupil, 'provisions' | 'outcomes'> & {
  outcomes: SheetPupil['outcomes'] | null
  provisions: (Omit<SheetProvision, 'notedToday' | 'givenThisWeek'> & { notes: Note[] | null })[] | null
}

const provisionOf =
  (today: IsoDate) =>
  ({ notes, ...provision }: NonNullable<Row['provisions']>[number]): SheetProvision => ({
    ...provision,
    notedToday: (notes ?? [])
      .filter(({ on }) => on === today)
      .map(({ at, ...note }) => ({ ...note, at: schoolTime(new Date(at)) })),
    givenThisWeek: (notes ?? []).filter(({ delivered }) => delivered !== 'not-given').length,
  })

/**
 * The pupils on the register whom this person may see, of one class or of all, with what each needs in every lesson,
 * their outcomes, the provisions in force today and what was noted of them this week (6.37, 6.49, 6.52). One statement.
 */
export async function supportInForce(
  tx: SchoolTx,
  classId: string | null,
  today: IsoDate,
): Promise<SheetPupil[]> {
  const ofClass = classId === null ? empty : sql`p.class_id = ${classId}::uuid AND`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id AS "pupilId", concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name,
      COALESCE(p.preferred_name, p.given_name) AS "givenName", p.class_id AS "classId", k.name AS "className",
      EXISTS (SELECT FROM pupil_absences a WHERE a.school_id = p.school_id AND a.pupil_id = p.id AND a.withdrawn_at IS NULL
        AND a.from_on <= ${today}::date AND (a.until_on IS NULL OR a.until_on >= ${today}::date)) AS "isAway",
      CASE WHEN c.stage IN ('do', 'review') THEN c.id END AS "cycleId", c.in_every_lesson AS "inEveryLesson",
      (SELECT json_agg(json_build_object('id', o.id, 'willDo', o.will_do) ORDER BY o.position, o.id)
         FROM outcomes o WHERE o.school_id = c.school_id AND o.cycle_id = c.id AND o.removed_at IS NULL AND c.stage IN ('do', 'review')) AS outcomes,
      (SELECT json_agg(json_build_object('id', v.id, 'what', v.what, 'minutes', v.minutes, 'perWeek', v.per_week, 'groupSize', v.group_size,
          'place', v.place, 'deliverer', COALESCE(NULLIF(concat_ws(' ', d.given_name, d.family_name), ''), v.deliverer), 'deliveredById', v.delivered_by_id,
          'outcome', (SELECT o.will_do FROM provision_outcomes l JOIN outcomes o ON o.school_id = l.school_id AND o.id = l.outcome_id
             WHERE l.school_id = v.school_id AND l.provision_id = v.id AND o.removed_at IS NULL ORDER BY o.position, o.id LIMIT 1),
          'steps', (SELECT e.steps FROM catalogue_entries e WHERE e.school_id = v.school_id AND e.id = v.catalogue_entry_id),
          'aim', (SELECT json_build_object('id', o.id, 'baseline', o.baseline, 'target', o.target, 'unit', o.unit) FROM provision_outcomes l
             JOIN outcomes o ON o.school_id = l.school_id AND o.id = l.outcome_id
             WHERE l.school_id = v.school_id AND l.provision_id = v.id AND o.removed_at IS NULL ORDER BY o.position, o.id LIMIT 1),
          'notes', (SELECT json_agg(json_build_object('id', n.id, 'version', n.version, 'byId', n.written_by_id, 'line', n.observation,
               'score', (SELECT json_build_object('value', m.value, 'byId', m.written_by_id, 'byItself', m.by_itself) FROM outcome_measurements m
                  WHERE m.school_id = n.school_id AND m.do_note_id = n.id ORDER BY m.written_at DESC, m.id DESC LIMIT 1),
               'on', n.happened_on, 'delivered', n.delivered, 'reason', n.reason, 'at', n.written_at, 'formKey', n.form_key,
               'by', concat_ws(' ', w.given_name, w.family_name)) ORDER BY n.written_at, n.id)
             FROM do_notes n JOIN memberships w ON w.school_id = n.school_id AND w.id = n.written_by_id
             WHERE n.school_id = v.school_id AND n.cycle_id = v.cycle_id AND n.provision_id = v.id
               AND n.happened_on BETWEEN ${mondayOf(today)}::date AND ${today}::date)) ORDER BY v.id)
         FROM provisions v LEFT JOIN memberships d ON d.school_id = v.school_id AND d.id = v.delivered_by_id
         WHERE v.school_id = c.school_id AND v.cycle_id = c.id AND v.removed_at IS NULL AND c.stage IN ('do', 'review')
           AND (v.from_on IS NULL OR v.from_on <= ${today}::date) AND (v.until_on IS NULL OR v.until_on >= ${today}::date)) AS provisions
    FROM pupils p
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    LEFT JOIN LATERAL (SELECT * FROM cycles x WHERE x.school_id = p.school_id AND x.pupil_id = p.id AND x.activated_on IS NOT NULL
      ORDER BY x.number DESC LIMIT 1) c ON true
    WHERE ${ofClass} (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
      AND EXISTS (SELECT FROM sen_statuses s WHERE s.school_id = p.school_id AND s.pupil_id = p.id
        AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date))
    ORDER BY p.family_name, p.given_name, p.id`
  return rows.map((row) => ({
    ...row,
    outcomes: row.outcomes ?? [],
    provisions: (row.provisions ?? []).map(provisionOf(today)),
  }))
}

/** A class with how many of the pupils on the register in it this person may see. */
export type ClassLine = { id: string; name: string; pupils: number; isOwn: boolean }

/** The classes of the school by name, with those this person teaches, supports or has a pupil in marked as own. */
export async function classLines(tx: SchoolTx, membershipId: string, today: IsoDate): Promise<ClassLine[]> {
  const rows = await tx.$queryRaw<ClassLine[]>`
    SELECT k.id, k.name, count(p.id)::int AS pupils,
      count(p.id) > 0 OR EXISTS (SELECT FROM class_staff s WHERE s.school_id = k.school_id AND s.class_id = k.id
        AND s.membership_id = ${membershipId}::uuid AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)) AS "isOwn"
    FROM classes k
    LEFT JOIN pupils p ON p.school_id = k.school_id AND p.class_id = k.id AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
      AND EXISTS (SELECT FROM sen_statuses s WHERE s.school_id = p.school_id AND s.pupil_id = p.id
        AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date))
    GROUP BY k.school_id, k.id`
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }))
}
