import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { ContactNeeds } from './needs.rules'

/**
 * Keeps with a parent what they last said they need at a meeting, so that they need not say it again. Where the form did not
 * show what was kept before, as the link without an account must not, a box left empty takes nothing back.
 */
export async function keepNeeds(
  tx: SchoolTx,
  { schoolId }: Actor,
  { contactId, wasShown, ...needs }: ContactNeeds & { contactId: string; wasShown: boolean },
  now: Date,
): Promise<void> {
  const { interpreter, accessNeeds } = needs
  if (!wasShown && interpreter === null && accessNeeds === null) return
  const data = { ...needs, saidOn: toDateColumn(schoolDay(now)) }
  const made = await tx.contactNeeds.createMany({
    data: { schoolId, contactId, ...data },
    skipDuplicates: true,
  })
  if (made.count === 0)
    await tx.contactNeeds.updateMany({
      where: { contactId },
      data: {
        ...(wasShown
          ? data
          : {
              ...(interpreter && { interpreter }),
              ...(accessNeeds && { accessNeeds }),
              saidOn: data.saidOn,
            }),
        version: { increment: 1 },
      },
    })
}
