import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { ContactNeeds } from './needs.rules'

/** Keeps with a parent what they last said they need at a meeting, so that they need not say it again. */
export async function keepNeeds(
  tx: SchoolTx,
  { schoolId }: Actor,
  { contactId, ...needs }: ContactNeeds & { contactId: string },
  now: Date,
): Promise<void> {
  const data = { ...needs, saidOn: toDateColumn(schoolDay(now)) }
  const made = await tx.contactNeeds.createMany({
    data: { schoolId, contactId, ...data },
    skipDuplicates: true,
  })
  if (made.count === 0)
    await tx.contactNeeds.updateMany({ where: { contactId }, data: { ...data, version: { increment: 1 } } })
}
