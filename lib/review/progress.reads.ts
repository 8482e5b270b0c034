import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { empty, part, type Part, readPart, sql } from '@/lib/platform/gather'
import type { Involvement, ReviewedPupil } from './progress.rules'

type Row = {
  pupil_id: string
  name: string
  class_name: string | null
  cycles: (Omit<ReviewedPupil['cycles'][number], 'ratings'> & { ratings: number[] | null })[]
  involvements: Involvement[] | null
}

/**
 * The latest two reviews of one pupil, or of every pupil on the register, with what R17, R25 and R26 ask. One statement;
 * the rules decide.
 */
export const reviewedPart = (
  of: { pupilId: string } | 'on-the-register',
  today: IsoDate,
): Part<ReviewedPupil[]> =>
  part<Row, ReviewedPupil[]>(
    sql`
    SELECT p.id::text AS pupil_id, concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name,
      k.name AS class_name, latest.cycles,
      (SELECT json_agg(json_build_object('requestedOn', s.requested_on, 'firstSeenOn', s.first_seen_on, 'reportReceivedOn', s.report_received_on))
         FROM specialist_involvements s WHERE s.school_id = p.school_id AND s.pupil_id = p.id) AS involvements
    FROM pupils p
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    JOIN LATERAL (SELECT json_agg(json_build_object('cycleId', two.cycle_id, 'startedOn', two.started_on, 'heldOn', two.held_on,
        'ratings', (SELECT json_agg(g.rating) FROM outcome_ratings g WHERE g.school_id = two.school_id AND g.review_id = two.id),
        'views', json_build_object('parentViews', two.parent_views, 'pupilViews', two.pupil_views, 'pupilViewsMissing', two.pupil_views_missing,
          'parentInvited', COALESCE(cardinality(two.parent_invited_on), 0) + (SELECT count(*) FROM review_views v
             WHERE v.school_id = two.school_id AND v.review_id = two.id AND v.whose = 'parent' AND v.words IS NULL),
          'parentLater', EXISTS (SELECT FROM review_views v WHERE v.school_id = two.school_id AND v.review_id = two.id
             AND v.whose = 'parent' AND v.words IS NOT NULL),
          'pupilLater', EXISTS (SELECT FROM review_views v WHERE v.school_id = two.school_id AND v.review_id = two.id
             AND v.whose = 'pupil'))) ORDER BY two.held_on DESC, two.number DESC) AS cycles
      FROM (SELECT r.*, c.started_on, c.number FROM reviews r JOIN cycles c ON c.school_id = r.school_id AND c.id = r.cycle_id
        WHERE r.school_id = p.school_id AND r.pupil_id = p.id ORDER BY r.held_on DESC, c.number DESC LIMIT 2) two) latest ON latest.cycles IS NOT NULL
    WHERE ${of === 'on-the-register' ? empty : sql`p.id = ${of.pupilId}::uuid AND`} (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
      AND EXISTS (SELECT FROM sen_statuses s WHERE s.school_id = p.school_id AND s.pupil_id = p.id
        AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date))
    ORDER BY p.family_name, p.given_name, p.id`,
    (rows) =>
      rows.map((row) => ({
        pupilId: row.pupil_id,
        name: row.name,
        className: row.class_name,
        cycles: row.cycles.map((cycle) => ({ ...cycle, ratings: cycle.ratings ?? [] })),
        involvements: row.involvements ?? [],
      })),
  )

/** The same by itself. */
export const reviewedPupils = (
  tx: SchoolTx,
  of: { pupilId: string } | 'on-the-register',
  today: IsoDate,
): Promise<ReviewedPupil[]> => readPart(tx, reviewedPart(of, today))
