import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { isRestrictedOn } from '@/lib/contact/rules'
import { fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'

/** The parents whose concern staff may write down: those who are not restricted today. */
export async function parentsToHear(
  tx: SchoolTx,
  pupilId: string,
  today: IsoDate,
): Promise<{ id: string; name: string }[]> {
  const rows = await tx.pupilContact.findMany({
    where: { pupilId },
    select: {
      contactId: true,
      relationship: true,
      restrictedFrom: true,
      restrictedUntil: true,
      contact: { select: { fullName: true } },
    },
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
  })
  return rows
    .filter((row) => {
      const restrictedFrom = fromDateColumnOrNull(row.restrictedFrom)
      return !isRestrictedOn(
        { restrictedFrom, restrictedUntil: fromDateColumnOrNull(row.restrictedUntil) },
        today,
      )
    })
    .map(({ contactId, contact, relationship }) => ({
      id: contactId,
      name: `${contact.fullName}, ${relationship.toLowerCase()}`,
    }))
}
