import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import type { ContactNeeds } from './needs.rules'

/** What parents last said they need at a meeting, by contact; one statement. */
export async function needsOf(
  tx: SchoolTx,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, ContactNeeds>> {
  const rows = await tx.contactNeeds.findMany({
    where: { contactId: { in: [...contactIds] } },
    select: { contactId: true, interpreter: true, accessNeeds: true },
  })
  return new Map(rows.map(({ contactId, ...needs }) => [contactId, needs]))
}
