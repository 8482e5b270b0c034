import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import { empty, part, type Part, readPart, sql } from '@/lib/platform/gather'
import { classOn } from '@/lib/pupil/classes.rules'
import { type DoNoteLine, writtenLater } from './rules'

type Row = Omit<DoNoteLine, 'daysLater' | 'classThen'> & { classes: Parameters<typeof classOn>[0] }

/** The latest Do notes of a pupil, newest first; of one cycle where it is named. For a parent, the shared ones. */
export const doNotesPart = (pupilId: string, limit: number, cycleId?: string): Part<DoNoteLine[]> =>
  part<Row, DoNoteLine[]>(
    sql`
    SELECT n.id, n.happened_on AS "happenedOn", n.delivered, n.reason, n.minutes, n.observation, n.measured, o.unit,
      p.what AS provision, o.will_do AS outcome, concat_ws(' ', m.given_name, m.family_name) AS "writtenBy",
      (n.written_at AT TIME ZONE 'Europe/London')::date AS "writtenOn", n.shared_at IS NOT NULL AS "isShared", n.version > 1 AS "isCorrected",
      EXISTS (SELECT FROM do_note_questions q WHERE q.school_id = n.school_id AND q.do_note_id = n.id AND q.answer IS NULL) AS "isAsked",
      (SELECT count(*)::int FROM attachments a WHERE a.school_id = n.school_id AND a.do_note_id = n.id) AS files,
      COALESCE((SELECT json_agg(json_build_object('name', k.name, 'from', h.from_on, 'until', h.until_on))
        FROM pupil_classes h JOIN classes k ON k.school_id = h.school_id AND k.id = h.class_id
        WHERE h.school_id = n.school_id AND h.pupil_id = n.pupil_id AND h.until_on IS NOT NULL), '[]') AS classes
    FROM do_notes n
    LEFT JOIN provisions p ON p.school_id = n.school_id AND p.id = n.provision_id
    LEFT JOIN outcomes o ON o.school_id = n.school_id AND o.id = n.outcome_id
    LEFT JOIN memberships m ON m.school_id = n.school_id AND m.id = n.written_by_id
    WHERE n.pupil_id = ${pupilId}::uuid ${cycleId === undefined ? empty : sql`AND n.cycle_id = ${cycleId}::uuid`}
    ORDER BY n.happened_on DESC, n.written_at DESC, n.id DESC LIMIT ${limit}::int`,
    (rows) =>
      rows.map(({ classes, ...row }) => ({
        ...row,
        daysLater: writtenLater(row.happenedOn, row.writtenOn),
        classThen: classOn(classes, row.happenedOn),
      })),
  )

/** The same by itself. */
export const latestDoNotes = (
  tx: SchoolTx,
  pupilId: string,
  limit: number,
  cycleId?: string,
): Promise<DoNoteLine[]> => readPart(tx, doNotesPart(pupilId, limit, cycleId))

/** How many Do notes a cycle has. */
export const countPart = (cycleId: string): Part<number> =>
  part<{ count: number }, number>(
    sql`SELECT count(*)::int AS count FROM do_notes n WHERE n.cycle_id = ${cycleId}::uuid`,
    ([counted]) => counted?.count ?? 0,
  )

/** The same by itself. */
export const countDoNotes = (tx: SchoolTx, cycleId: string): Promise<number> =>
  readPart(tx, countPart(cycleId))
