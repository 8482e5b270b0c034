import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, readPart, sql } from '@/lib/platform/gather'
import { isOpenLife, LIFE, type LifeStep, type LongTermOutcome } from './long-term.rules'

type Row = Omit<LongTermOutcome, 'from' | 'by'> & { by_on: IsoDate | null; status_from: IsoDate }

/** The long-term outcomes of a pupil, those still open first; row-level security leaves a parent the shared ones. */
export const longTermPart = (pupilId: string): Part<LongTermOutcome[]> =>
  part<Row, LongTermOutcome[]>(
    sql`
    SELECT g.id::text, g.version, g.will_do AS "willDo", g.why, g.wish, g.broad_areas AS "broadAreas", g.by_on::text,
      g.status, g.status_from::text,
      (SELECT count(*)::int FROM outcomes o WHERE o.school_id = g.school_id AND o.long_term_outcome_id = g.id
         AND o.removed_at IS NULL) AS targets
    FROM long_term_outcomes g WHERE g.pupil_id = ${pupilId}::uuid
    ORDER BY g.status NOT IN ('proposed', 'active'), g.id`,
    (rows) => rows.map(({ by_on, status_from, ...row }) => ({ ...row, by: by_on, from: status_from })),
  )

/** The same by itself. */
export const longTermOutcomes = (tx: SchoolTx, pupilId: string): Promise<LongTermOutcome[]> =>
  readPart(tx, longTermPart(pupilId))

/** Those a target may be tied to: proposed or active, and the one it is tied to already. */
export async function openLongTermIds(
  tx: SchoolTx,
  pupilId: string,
  outcomeId: string | null,
): Promise<string[]> {
  const rows = await tx.longTermOutcome.findMany({
    where: {
      pupilId,
      OR: [
        { status: { in: LIFE.filter(isOpenLife) } },
        ...(outcomeId === null ? [] : [{ targets: { some: { id: outcomeId } } }]),
      ],
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

type StepRow = Omit<LifeStep, 'on'> & { from_on: IsoDate }

/** The life of one long-term outcome, the latest step first. */
export async function lifeSteps(tx: SchoolTx, longTermOutcomeId: string): Promise<LifeStep[]> {
  const rows = await tx.$queryRaw<StepRow[]>`
    SELECT s.id::text, s.status, s.from_on::text, s.reason, concat_ws(' ', m.given_name, m.family_name) AS by
    FROM long_term_outcome_steps s JOIN memberships m ON m.school_id = s.school_id AND m.id = s.recorded_by_id
    WHERE s.long_term_outcome_id = ${longTermOutcomeId}::uuid ORDER BY s.from_on DESC, s.id DESC`
  return rows.map(({ from_on, ...row }) => ({ ...row, on: from_on }))
}
