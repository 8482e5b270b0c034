import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import { type ContentProvision, contentProvision } from './content.schema'

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
