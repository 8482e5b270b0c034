import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { CycleStage } from '@/lib/cycle/rules'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, readPart, sql } from '@/lib/platform/gather'
import type { ReviewDecision } from '@/lib/review/decision.rules'
import { daysLate } from '@/lib/review/rules'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import { type Plan, readPlan } from './plan.reads'

/** One cycle on a pupil's timeline, with how its review went or how late it is. */
export type CycleLine = {
  id: string
  number: number
  stage: CycleStage
  startedOn: IsoDate
  activatedOn: IsoDate | null
  reviewDue: IsoDate | null
  closedOn: IsoDate | null
  outcomes: number
  review: {
    heldOn: IsoDate
    dueOn: IsoDate
    /** Written for ever (R16). */
    daysLate: number
    decision: ReviewDecision
    /** How many outcomes were rated less than expected, as expected, and more. */
    less: number
    asExpected: number
    more: number
  } | null
  /** Days the agreed review is overdue today, while nobody has recorded it (R15). */
  overdueDays: number
}

type Row = {
  id: string
  number: number
  stage: CycleStage
  started_on: IsoDate
  activated_on: IsoDate | null
  review_due: IsoDate | null
  closed_on: IsoDate | null
  outcomes: number
  review: Omit<NonNullable<CycleLine['review']>, 'daysLate'> | null
}

/** Every cycle of a pupil, the newest first, as a timeline tells them; for a parent, those whose plan was shared. */
export const cyclesPart = (pupilId: string, today: IsoDate): Part<CycleLine[]> =>
  part<Row, CycleLine[]>(
    sql`
    SELECT c.id, c.number, c.stage, c.started_on::text, c.activated_on::text, c.review_due::text, c.closed_on::text,
      (SELECT count(*)::int FROM outcomes o
         WHERE o.school_id = c.school_id AND o.cycle_id = c.id AND o.removed_at IS NULL) AS outcomes,
      (SELECT json_build_object('heldOn', r.held_on, 'dueOn', r.due_on, 'decision', r.decision,
          'less', count(g.id) FILTER (WHERE g.rating < 0), 'asExpected', count(g.id) FILTER (WHERE g.rating = 0),
          'more', count(g.id) FILTER (WHERE g.rating > 0))
         FROM reviews r LEFT JOIN outcome_ratings g ON g.school_id = r.school_id AND g.review_id = r.id
         WHERE r.school_id = c.school_id AND r.cycle_id = c.id
         GROUP BY r.school_id, r.id) AS review
    FROM cycles c WHERE c.pupil_id = ${pupilId}::uuid ORDER BY c.number DESC`,
    (rows) => rows.map((row) => lineOf(row, today)),
  )

/** The same by itself. */
export const pupilCycles = (tx: SchoolTx, pupilId: string, today: IsoDate): Promise<CycleLine[]> =>
  readPart(tx, cyclesPart(pupilId, today))

const lineOf = (row: Row, today: IsoDate): CycleLine => ({
  id: row.id,
  number: row.number,
  stage: row.stage,
  startedOn: row.started_on,
  activatedOn: row.activated_on,
  reviewDue: row.review_due,
  closedOn: row.closed_on,
  outcomes: row.outcomes,
  review: row.review && { ...row.review, daysLate: daysLate(row.review.dueOn, row.review.heldOn) },
  overdueDays: row.stage === 'closed' || row.review_due === null ? 0 : daysLate(row.review_due, today),
})

/**
 * The plan on one page: the latest that came into force, for staff and, through row-level security, for parents.
 * It may be closed already, while the next one is still a draft; null before the first one (6.48).
 */
export const currentPlan = (
  tx: SchoolTx,
  pupilId: string,
  calendar: SchoolYearCalendar,
  today: IsoDate,
): Promise<Plan | null> => readPlan(tx, { pupilId }, calendar, today)
