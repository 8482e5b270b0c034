import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, readPart, sql } from '@/lib/platform/gather'
import type { MeasuredOutcome, Measurement, Phase } from './rules'

type Row = Omit<MeasuredOutcome, 'points' | 'phases'> & {
  cycleId: string
  pupilId: string
  pupilName: string
  className: string | null
  points: Measurement[] | null
  phases: Phase[] | null
}

/** An outcome with its measurements, and whose it is. */
export type MeasuredOutcomeOf = MeasuredOutcome & Pick<Row, 'cycleId' | 'pupilId' | 'pupilName' | 'className'>

/** One cycle, of it where that is asked only what was shared with parents; or every plan in force. */
type Measured = { cycleId: string; sharedOnly?: boolean } | 'in-force'

const cyclesOf = (of: Measured) =>
  of === 'in-force' ? sql`c.stage IN ('do', 'review')` : sql`c.id = ${of.cycleId}::uuid`

const asked = (of: Measured, isShared: ReturnType<typeof sql>) =>
  of !== 'in-force' && of.sharedOnly ? isShared : sql`true`

/**
 * The outcomes of one cycle, or of every plan in force, with all that was measured of each and when the way of working
 * changed (P56). One statement; for a parent, what was shared, and for what the school makes for a family no more than that.
 */
export const measuredPart = (of: Measured): Part<MeasuredOutcomeOf[]> =>
  part<Row, MeasuredOutcomeOf[]>(
    sql`
    SELECT o.id, o.will_do AS "willDo", o.measure, o.unit, o.baseline, o.baseline_on::text AS "baselineOn", o.target, o.by_on::text AS by,
      c.review_due::text AS "reviewDue", c.activated_on::text AS "activatedOn", c.id AS "cycleId", c.pupil_id AS "pupilId",
      concat_ws(' ', COALESCE(u.preferred_name, u.given_name), u.family_name) AS "pupilName", k.name AS "className",
      (SELECT json_agg(json_build_object('id', m.id, 'on', m.measured_on, 'value', m.value, 'note', m.note, 'doNoteId', m.do_note_id,
          'by', (SELECT concat_ws(' ', w.given_name, w.family_name) FROM memberships w WHERE w.school_id = m.school_id AND w.id = m.written_by_id),
          'byItself', m.by_itself, 'isShared', m.shared_at IS NOT NULL) ORDER BY m.measured_on, m.written_at, m.id)
         FROM outcome_measurements m WHERE m.school_id = o.school_id AND m.outcome_id = o.id AND ${asked(of, sql`m.shared_at IS NOT NULL`)}) AS points,
      (SELECT json_agg(json_build_object('what', p.what, 'from', p.from_on) ORDER BY p.from_on, p.id)
         FROM provision_outcomes l JOIN provisions p ON p.school_id = l.school_id AND p.id = l.provision_id
         WHERE l.school_id = o.school_id AND l.outcome_id = o.id AND p.removed_at IS NULL AND p.from_on IS NOT NULL AND ${asked(of, sql`p.shared_at IS NOT NULL`)}) AS phases
    FROM cycles c
    JOIN outcomes o ON o.school_id = c.school_id AND o.cycle_id = c.id AND o.removed_at IS NULL AND ${asked(of, sql`o.shared_at IS NOT NULL`)}
    JOIN pupils u ON u.school_id = c.school_id AND u.id = c.pupil_id
    LEFT JOIN classes k ON k.school_id = u.school_id AND k.id = u.class_id
    WHERE ${cyclesOf(of)}
    ORDER BY u.family_name, u.given_name, u.id, o.position, o.id`,
    (rows) => rows.map((row) => ({ ...row, points: row.points ?? [], phases: row.phases ?? [] })),
  )

/** The same by itself. */
export const measuredOutcomes = (tx: SchoolTx, of: Measured): Promise<MeasuredOutcomeOf[]> =>
  readPart(tx, measuredPart(of))

/** The values that were put right, each with what stood there, who changed it, when and why. */
export type ReplacedMeasurement = {
  id: string
  on: IsoDate
  value: string | null
  writtenBy: string
  why: string
  replacedBy: string
  replacedOn: IsoDate
}

/** What was put right among the measurements of an outcome, newest first: nothing is ever overwritten. */
export async function replacedMeasurements(tx: SchoolTx, outcomeId: string): Promise<ReplacedMeasurement[]> {
  return tx.$queryRaw<ReplacedMeasurement[]>`
    SELECT m.id, m.measured_on::text AS on, m.value, concat_ws(' ', w.given_name, w.family_name) AS "writtenBy", r.why,
      concat_ws(' ', v.given_name, v.family_name) AS "replacedBy", (r.written_at AT TIME ZONE 'Europe/London')::date::text AS "replacedOn"
    FROM measurements m
    JOIN measurements r ON r.school_id = m.school_id AND r.pupil_id = m.pupil_id AND r.replaces_id = m.id
    JOIN memberships w ON w.school_id = m.school_id AND w.id = m.written_by_id
    JOIN memberships v ON v.school_id = r.school_id AND v.id = r.written_by_id
    WHERE m.outcome_id = ${outcomeId}::uuid ORDER BY r.written_at DESC, m.id`
}
