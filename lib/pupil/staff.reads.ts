import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import type { StaffChoice, StaffOfPupil } from './header.rules'

/** Everyone who teaches or supports a pupil on this day, by name, in one statement (6.49). */
export const staffPart = (pupilId: string, on: IsoDate): Part<StaffOfPupil[]> =>
  rowsPart<StaffOfPupil>(sql`
    SELECT m.id::text AS "membershipId", concat_ws(' ', m.given_name, m.family_name) AS name, m.role, m.job_title AS "jobTitle",
      array_agg(DISTINCT link.through) AS through, max(link.id::text) AS "pupilStaffId"
    FROM (
      SELECT s.membership_id, 'class' AS through, NULL::uuid AS id
      FROM class_staff s JOIN pupils p ON p.school_id = s.school_id AND p.class_id = s.class_id
      WHERE p.id = ${pupilId}::uuid AND s.from_on <= ${on}::date AND (s.until_on IS NULL OR s.until_on >= ${on}::date)
      UNION ALL
      SELECT s.membership_id, 'pupil', s.id FROM pupil_staff s
      WHERE s.pupil_id = ${pupilId}::uuid AND s.from_on <= ${on}::date AND (s.until_on IS NULL OR s.until_on >= ${on}::date)
      UNION ALL
      SELECT c.responsible_id, 'plan', NULL FROM cycles c
      WHERE c.pupil_id = ${pupilId}::uuid AND c.stage <> 'closed' AND c.responsible_id IS NOT NULL
    ) link
    JOIN memberships m ON m.id = link.membership_id
    WHERE m.from_on <= ${on}::date AND (m.until_on IS NULL OR m.until_on >= ${on}::date)
    GROUP BY m.id, m.given_name, m.family_name, m.role, m.job_title
    ORDER BY m.family_name, m.given_name, m.id`)

/** The same by itself. */
export const staffOfPupil = (tx: SchoolTx, pupilId: string, on: IsoDate): Promise<StaffOfPupil[]> =>
  readPart(tx, staffPart(pupilId, on))

/** The teachers and assistants who work at the school on this day, by name. */
export function staffToName(tx: SchoolTx, on: IsoDate): Promise<StaffChoice[]> {
  return tx.$queryRaw<StaffChoice[]>`
    SELECT m.id::text AS "membershipId", concat_ws(' ', m.given_name, m.family_name) AS name, m.role
    FROM memberships m
    WHERE m.role IN ('class-teacher', 'teaching-assistant')
      AND m.from_on <= ${on}::date AND (m.until_on IS NULL OR m.until_on >= ${on}::date)
    ORDER BY m.family_name, m.given_name, m.id`
}
