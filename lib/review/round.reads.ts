import 'server-only'
import { type IsoDate, plusDays } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import type { Answers } from './draft.rules'
import type { RoundOutcome, RoundPupil } from './round.rules'
import { DUE_SOON_DAYS } from './rules'

type Row = Omit<RoundPupil, 'outcomes' | 'answers' | 'version'> & {
  outcomes: RoundOutcome[] | null
  answers: Answers | null
  version: number | null
}

/** Every pupil this person may see whose review is due within a fortnight or overdue, the most urgent first. One statement. */
export async function pupilsToReview(tx: SchoolTx, today: IsoDate): Promise<RoundPupil[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.pupil_id::text AS "pupilId", c.id::text AS "cycleId", c.review_due::text AS "reviewDue", k.name AS "className",
      COALESCE(p.preferred_name, p.given_name) AS "givenName", concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name,
      d.answers, d.version, NULLIF(concat_ws(' ', m.given_name, m.family_name), '') AS "savedBy",
      (SELECT json_agg(json_build_object('id', o.id, 'willDo', o.will_do, 'unit', o.unit, 'baseline', o.baseline, 'baselineOn', o.baseline_on,
          'target', o.target, 'by', o.by_on,
          'latest', (SELECT json_build_object('value', n.value, 'on', n.measured_on) FROM outcome_measurements n
             WHERE n.school_id = o.school_id AND n.outcome_id = o.id ORDER BY n.measured_on DESC, n.id DESC LIMIT 1))
          ORDER BY o.position, o.id)
         FROM outcomes o WHERE o.school_id = c.school_id AND o.cycle_id = c.id AND o.removed_at IS NULL) AS outcomes
    FROM cycles c
    JOIN pupils p ON p.school_id = c.school_id AND p.id = c.pupil_id
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    LEFT JOIN review_drafts d ON d.school_id = c.school_id AND d.cycle_id = c.id
    LEFT JOIN memberships m ON m.school_id = d.school_id AND m.id = d.saved_by_id
    WHERE c.stage IN ('do', 'review') AND c.review_due <= ${plusDays(today, DUE_SOON_DAYS)}::date
      AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
    ORDER BY c.review_due, p.family_name, p.given_name, p.id`
  return rows.map(({ outcomes, answers, version, ...row }) => ({
    ...row,
    outcomes: outcomes ?? [],
    answers: answers ?? {},
    version: version ?? 0,
  }))
}
