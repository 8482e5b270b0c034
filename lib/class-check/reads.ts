import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import type { StatusKind } from '@/lib/sen-status/rules'
import type { ClassCheck, ClassToCheck } from './rules'

/** A pupil of a class, on the register or not. */
export type ClassPupil = { pupilId: string; name: string; status: StatusKind | null }

/** Every pupil of a class whom this person may see, by name, on the register or not; one statement. */
export function pupilsToCheck(tx: SchoolTx, classId: string, today: IsoDate): Promise<ClassPupil[]> {
  return tx.$queryRaw<ClassPupil[]>`
    SELECT p.id::text AS "pupilId", concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name, s.status
    FROM pupils p LEFT JOIN sen_statuses s ON s.school_id = p.school_id AND s.pupil_id = p.id
      AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)
    WHERE p.class_id = ${classId}::uuid AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
    ORDER BY p.family_name, p.given_name, p.id`
}

type Row = { id: string; checked_on: IsoDate; checked_by: string; pupils: ClassCheck['pupils'] | null }

/** The latest check of a class, with what it said of each pupil; null where there is none. One statement. */
export async function latestCheck(tx: SchoolTx, classId: string, today: IsoDate): Promise<ClassCheck | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.id::text, c.checked_on::text, concat_ws(' ', m.given_name, m.family_name) AS checked_by,
      (SELECT json_agg(json_build_object('id', l.id, 'pupilId', l.pupil_id, 'progress', l.progress, 'signs', l.signs, 'status', s.status,
          'name', concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name),
          'concernId', COALESCE(l.concern_id, (SELECT n.id FROM concerns n WHERE n.school_id = l.school_id AND n.pupil_id = l.pupil_id
            AND (n.decision IS NULL OR n.decision IN ('monitor', 'gather-more')) ORDER BY n.raised_on DESC LIMIT 1)))
          ORDER BY p.family_name, p.given_name, p.id)
        FROM class_check_pupils l JOIN pupils p ON p.school_id = l.school_id AND p.id = l.pupil_id
        LEFT JOIN sen_statuses s ON s.school_id = p.school_id AND s.pupil_id = p.id
          AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)
        WHERE l.school_id = c.school_id AND l.check_id = c.id) AS pupils
    FROM class_checks c JOIN memberships m ON m.school_id = c.school_id AND m.id = c.checked_by_id
    WHERE c.class_id = ${classId}::uuid ORDER BY c.checked_on DESC, c.checked_at DESC, c.id DESC LIMIT 1`
  return row
    ? { id: row.id, checkedOn: row.checked_on, checkedBy: row.checked_by, pupils: row.pupils ?? [] }
    : null
}

/** The day each class was last checked, by the id of the class; one statement. */
export async function lastChecks(tx: SchoolTx): Promise<ReadonlyMap<string, IsoDate>> {
  const rows = await tx.$queryRaw<{ class_id: string; checked_on: IsoDate }[]>`
    SELECT class_id::text, max(checked_on)::text AS checked_on FROM class_checks GROUP BY class_id`
  return new Map(rows.map(({ class_id, checked_on }) => [class_id, checked_on]))
}

/**
 * The classes with pupils in them whose progress this person looks at: those they teach, or for those who lead every
 * class; with their teachers and the day they were last checked (6.17, P02). One statement.
 */
export function classesToCheck(tx: SchoolTx, actor: Actor, today: IsoDate): Promise<ClassToCheck[]> {
  return tx.$queryRaw<ClassToCheck[]>`
    SELECT k.id::text AS "classId", k.name,
      (SELECT string_agg(concat_ws(' ', m.given_name, m.family_name), ', ' ORDER BY m.family_name, m.given_name)
        FROM class_staff s JOIN memberships m ON m.school_id = s.school_id AND m.id = s.membership_id AND m.role = 'class-teacher'
        WHERE s.school_id = k.school_id AND s.class_id = k.id AND s.from_on <= ${today}::date
          AND (s.until_on IS NULL OR s.until_on >= ${today}::date)) AS teachers,
      (SELECT max(c.checked_on)::text FROM class_checks c WHERE c.school_id = k.school_id AND c.class_id = k.id) AS "lastCheckedOn"
    FROM classes k
    WHERE EXISTS (SELECT FROM pupils p WHERE p.school_id = k.school_id AND p.class_id = k.id
        AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date))
      AND (${leadsSchool(actor)} OR EXISTS (SELECT FROM class_staff s WHERE s.school_id = k.school_id AND s.class_id = k.id
        AND s.membership_id = ${actor.membershipId}::uuid AND s.from_on <= ${today}::date
        AND (s.until_on IS NULL OR s.until_on >= ${today}::date)))
    ORDER BY k.name, k.id`
}
