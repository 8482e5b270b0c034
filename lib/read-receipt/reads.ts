import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import type { SchoolTx } from '@/lib/platform/db'
import { empty, type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import { type PlanCoverage, type PlanToRead, readerLines } from './rules'

type Asked = { pupilId: string | null; today: IsoDate }

/**
 * The plans in force of the pupils this person may see, or of one, each in the version that stands, with everyone who
 * teaches or supports the pupil today and when they read it (6.49). One statement.
 */
export const plansToReadPart = ({ pupilId, today }: Asked): Part<PlanToRead[]> =>
  rowsPart<PlanToRead>(sql`
    WITH standing AS MATERIALIZED (
      SELECT DISTINCT ON (v.pupil_id) v.school_id, v.id, v.pupil_id, v.cycle_id, v.number, c.responsible_id, p.class_id,
        (v.published_at AT TIME ZONE 'Europe/London')::date AS published_on, k.name AS class_name,
        COALESCE(p.preferred_name, p.given_name) AS given_name, p.family_name
      FROM plan_versions v
      JOIN cycles c ON c.school_id = v.school_id AND c.id = v.cycle_id AND c.stage IN ('do', 'review')
      JOIN pupils p ON p.school_id = v.school_id AND p.id = v.pupil_id AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
      LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
      ${pupilId === null ? empty : sql`WHERE v.pupil_id = ${pupilId}::uuid`}
      ORDER BY v.pupil_id, c.number DESC, v.number DESC
    ), link AS (
      SELECT t.pupil_id, s.membership_id, GREATEST(s.from_on, h.from_on) AS from_on
      FROM standing t JOIN class_staff s ON s.school_id = t.school_id AND s.class_id = t.class_id
      LEFT JOIN pupil_classes h ON h.school_id = t.school_id AND h.pupil_id = t.pupil_id AND h.class_id = t.class_id AND h.until_on IS NULL
      WHERE s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)
      UNION ALL
      SELECT t.pupil_id, s.membership_id, s.from_on FROM standing t JOIN pupil_staff s ON s.school_id = t.school_id AND s.pupil_id = t.pupil_id
      WHERE s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)
      UNION ALL
      SELECT t.pupil_id, t.responsible_id, NULL FROM standing t WHERE t.responsible_id IS NOT NULL
    ), asked AS (
      SELECT pupil_id, membership_id, CASE WHEN bool_or(from_on IS NULL) THEN NULL ELSE min(from_on) END AS joined_on
      FROM link GROUP BY pupil_id, membership_id
    )
    SELECT t.pupil_id::text AS "pupilId", concat_ws(' ', t.given_name, t.family_name) AS "pupilName", t.given_name AS "givenName",
      t.class_name AS "className", t.cycle_id::text AS "cycleId", t.id::text AS "versionId", t.number, t.published_on::text AS "publishedOn",
      COALESCE((SELECT json_agg(json_build_object('membershipId', m.id, 'name', concat_ws(' ', m.given_name, m.family_name), 'role', m.role,
          'joinedOn', GREATEST(a.joined_on, CASE WHEN m.from_on > t.published_on THEN m.from_on END),
          'away', COALESCE((SELECT json_agg(json_build_object('from', b.from_on, 'until', b.until_on) ORDER BY b.from_on) FROM staff_absences b
            WHERE b.school_id = m.school_id AND b.membership_id = m.id AND b.withdrawn_at IS NULL), '[]'),
          'readOn', (r.read_at AT TIME ZONE 'Europe/London')::date) ORDER BY m.family_name, m.given_name, m.id)
        FROM asked a
        JOIN memberships m ON m.school_id = t.school_id AND m.id = a.membership_id AND m.role NOT IN ('parent', 'governor', 'system')
          AND m.from_on <= ${today}::date AND (m.until_on IS NULL OR m.until_on >= ${today}::date)
        LEFT JOIN read_receipts r ON r.school_id = t.school_id AND r.pupil_id = t.pupil_id AND r.version_id = t.id AND r.membership_id = m.id
        WHERE a.pupil_id = t.pupil_id), '[]') AS readers
    FROM standing t ORDER BY t.family_name, t.given_name, t.pupil_id`)

/** The same by itself. */
export const plansToRead = (tx: SchoolTx, asked: Asked): Promise<PlanToRead[]> =>
  readPart(tx, plansToReadPart(asked))

/** The plan of one pupil with who has read it; null without a plan in force. */
export const coverageFrom = (
  [plan]: readonly PlanToRead[],
  calendar: SchoolCalendar,
  today: IsoDate,
): PlanCoverage | null => (plan ? { ...plan, readers: readerLines(plan, calendar, today) } : null)
