import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import { choicePath } from './token'

/** Where this parent chooses a time for a meeting about their child, while they are asked to; one statement. */
export async function pathToChoose(tx: SchoolTx, pupilId: string, now: Date): Promise<string | null> {
  // Postgres shows a parent their own asking only, and nothing where they are shut out.
  const row = await tx.meetingRoundChoice.findFirst({
    where: { pupilId, expiresAt: { gt: now }, chosenAt: null },
    orderBy: { expiresAt: 'asc' },
    select: { id: true },
  })
  return row && choicePath(row.id)
}
