import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { isRestrictedOn } from '@/lib/contact/rules'
import { tiesPart } from '@/lib/contact/ties.reads'
import type { SchoolTx } from '@/lib/platform/db'
import { readPart } from '@/lib/platform/gather'

/** The parents whose concern staff may write down: those who are not restricted today. */
export async function parentsToHear(
  tx: SchoolTx,
  pupilId: string,
  today: IsoDate,
): Promise<{ id: string; name: string }[]> {
  const ties = await readPart(tx, tiesPart(pupilId))
  return ties
    .filter((tie) => !isRestrictedOn(tie, today))
    .map(({ contactId, fullName, relationship }) => ({
      id: contactId,
      name: `${fullName}, ${relationship.toLowerCase()}`,
    }))
}
