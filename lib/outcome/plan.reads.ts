import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { type CycleTarget, type SetAgain, setAgain } from './again.rules'
import type { PartOutcome } from './whole.rules'

/** The needs a pupil has today, the main one first, each once. */
export async function needsToday(tx: SchoolTx, pupilId: string, today: IsoDate) {
  const day = toDateColumn(today)
  const rows = await tx.senNeed.findMany({
    where: { pupilId, fromOn: { lte: day }, OR: [{ untilOn: null }, { untilOn: { gte: day } }] },
    orderBy: { rank: 'asc' },
    distinct: ['code'],
    select: { code: true, needType: { select: { name: true } } },
  })
  return rows.map(({ code, needType }) => ({ code, name: needType.name }))
}

/** The targets of one cycle that were set in the cycles just before it too, three times or more; one statement. */
export async function targetsSetAgain(
  tx: SchoolTx,
  pupilId: string,
  cycleNumber: number,
): Promise<SetAgain[]> {
  const targets = await tx.$queryRaw<CycleTarget[]>`
    SELECT o.id::text, c.number AS cycle, o.will_do AS "willDo", o.measure, o.carried_from_id::text AS "carriedFromId"
    FROM outcomes o JOIN cycles c ON c.school_id = o.school_id AND c.id = o.cycle_id
    WHERE o.pupil_id = ${pupilId}::uuid AND o.removed_at IS NULL AND c.number <= ${cycleNumber}
    ORDER BY c.number DESC, o.position, o.id`
  return targets.some(({ cycle }) => cycle === cycleNumber) ? setAgain(targets) : []
}

/** A plan in force with the outcomes of it that lack a part, and who to say it to. */
export type PlanNotWhole = {
  readonly pupilId: string
  readonly cycleId: string
  readonly name: string
  readonly className: string | null
  readonly responsible: string | null
  readonly activatedOn: IsoDate
  readonly outcomes: readonly PartOutcome[]
}

/** The plans in force of which an outcome may not be whole; the rule then decides (R09). One statement. */
export const plansNotWhole = (tx: SchoolTx, today: IsoDate): Promise<PlanNotWhole[]> => tx.$queryRaw<
  PlanNotWhole[]
>`
  SELECT p.id::text AS "pupilId", c.id::text AS "cycleId", concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name,
    k.name AS "className", NULLIF(concat_ws(' ', m.given_name, m.family_name), '') AS responsible, c.activated_on::text AS "activatedOn",
    json_agg(json_build_object('id', o.id, 'willDo', o.will_do, 'baseline', o.baseline, 'measure', o.measure, 'target', o.target,
      'by', o.by_on, 'expectedImpact', o.expected_impact) ORDER BY o.position, o.id) AS outcomes
  FROM cycles c
  JOIN outcomes o ON o.school_id = c.school_id AND o.cycle_id = c.id AND o.removed_at IS NULL
  JOIN pupils p ON p.school_id = c.school_id AND p.id = c.pupil_id
  LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
  LEFT JOIN memberships m ON m.school_id = c.school_id AND m.id = c.responsible_id
  WHERE c.activated_on IS NOT NULL AND c.stage <> 'closed' AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
    AND (o.baseline IS NULL OR o.measure IS NULL OR o.target IS NULL OR o.by_on IS NULL OR o.expected_impact IS NULL)
  GROUP BY p.school_id, p.id, c.school_id, c.id, k.name, m.given_name, m.family_name
  ORDER BY p.family_name, p.given_name, p.id`
