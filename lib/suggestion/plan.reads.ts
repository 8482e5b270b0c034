import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'

/** One part of a plan that a suggestion can have become. */
export type PlanPartChoice = { id: string; label: string }

/**
 * The provisions of a plan and its lines for every day, by their words; personal care is not among them, because every
 * colleague reads the answer (P44).
 */
export const partsOfPlan = (tx: SchoolTx, cycleId: string) => tx.$queryRaw<PlanPartChoice[]>`
  SELECT id::text, what AS label FROM provisions WHERE cycle_id = ${cycleId}::uuid AND removed_at IS NULL AND NOT care
  UNION ALL
  SELECT id::text, words AS label FROM plan_lines WHERE cycle_id = ${cycleId}::uuid AND removed_at IS NULL
  ORDER BY label, id`
