import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import { type ContentProvision, contentProvision, type PlanContent } from './content.schema'

/** Keeps the personal care of a version, apart from what all staff read; whoever publishes need not see it (P44). */
export const keepCare = (tx: SchoolTx, versionId: string) =>
  tx.$executeRaw`SELECT app.keep_care(${versionId}::uuid)`

/** A version with its personal care, for those whom row-level security shows it; for everyone else as it is (P44). */
export async function withCare<Content extends { provisions: ContentProvision[] }>(
  tx: SchoolTx,
  versionId: string,
  content: Content,
): Promise<Content> {
  const rows = await tx.planCareVersion.findMany({
    where: { versionId },
    orderBy: { provisionId: 'asc' },
    select: { content: true },
  })
  const care = rows.map((row) => contentProvision.parse(row.content))
  return care.length === 0 ? content : { ...content, provisions: [...content.provisions, ...care] }
}

type Drafted = { content: unknown }

/** The plan inside a change with its personal care, for those whom row-level security shows it (P44). */
export async function withDraftedCare(
  tx: SchoolTx,
  cycleId: string,
  content: PlanContent,
): Promise<PlanContent> {
  const rows = await tx.$queryRaw<Drafted[]>`
    SELECT json_build_object('id', COALESCE(p.origin_id, p.id), 'what', p.what, 'deliveredById', p.delivered_by_id,
      'deliverer', COALESCE(NULLIF(concat_ws(' ', d.title, d.given_name, d.family_name), ''), p.deliverer), 'place', p.place,
      'minutes', p.minutes, 'perWeek', p.per_week, 'groupSize', p.group_size, 'from', p.from_on, 'until', p.until_on,
      'form', p.form, 'wave', p.wave, 'additional', p.additional, 'fromOutside', p.from_outside, 'care', true,
      'equipment', p.equipment, 'inPlaceOn', p.in_place_on,
      'alsoGivenBy', COALESCE((SELECT json_agg(concat_ws(' ', g.title, g.given_name, g.family_name) ORDER BY g.family_name, g.id)
         FROM memberships g WHERE g.school_id = p.school_id AND g.id = ANY (p.also_given_by)), '[]'),
      'outcomeIds', COALESCE((SELECT json_agg(COALESCE(o.origin_id, o.id) ORDER BY o.position, o.id) FROM provision_outcomes l
         JOIN outcomes o ON o.school_id = l.school_id AND o.id = l.outcome_id AND o.removed_at IS NULL
         WHERE l.school_id = p.school_id AND l.provision_id = p.id), '[]')) AS content
    FROM provisions p LEFT JOIN memberships d ON d.school_id = p.school_id AND d.id = p.delivered_by_id
    WHERE p.cycle_id = ${cycleId}::uuid AND p.care AND p.removed_at IS NULL
    ORDER BY COALESCE(p.origin_id, p.id)`
  const care = rows.map((row) => contentProvision.parse(row.content))
  return care.length === 0 ? content : { ...content, provisions: [...content.provisions, ...care] }
}

/** Whether a change makes anything of personal care different: that and no more, for whoever publishes it (P44). */
export async function careChanged(tx: SchoolTx, changeId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { changed: boolean }[]
  >`SELECT app.care_changed(${changeId}::uuid) AS changed`
  return row?.changed ?? false
}
