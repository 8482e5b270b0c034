import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import type { ClassTime } from './classes.rules'

/** The classes a pupil has been in, the latest first, each with who taught or supported it in that time; one statement (6.49). */
export function classesOf(tx: SchoolTx, pupilId: string): Promise<ClassTime[]> {
  return tx.$queryRaw<ClassTime[]>`
    SELECT h.id::text, k.name, h.from_on::text AS from, h.until_on::text AS until,
      COALESCE((SELECT json_agg(DISTINCT concat_ws(' ', m.given_name, m.family_name))
        FROM class_staff s JOIN memberships m ON m.school_id = s.school_id AND m.id = s.membership_id
        WHERE s.school_id = h.school_id AND s.class_id = h.class_id AND (h.until_on IS NULL OR s.from_on <= h.until_on)
          AND (s.until_on IS NULL OR ((h.from_on IS NULL OR s.until_on >= h.from_on) AND h.until_on IS NOT NULL))), '[]') AS staff
    FROM pupil_classes h JOIN classes k ON k.school_id = h.school_id AND k.id = h.class_id
    WHERE h.pupil_id = ${pupilId}::uuid
    ORDER BY h.until_on DESC NULLS FIRST, h.from_on DESC NULLS LAST, h.id`
}
