import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import type { OwnInvitation } from './own.rules'
import { findInvitation } from './reads'
import { isOpen } from './rules'

/** What this parent was invited to, while it is to come; of the other parent's invitation Postgres shows nothing. */
export async function ownInvitation(
  tx: SchoolTx,
  meetingId: string,
  now: Date,
): Promise<OwnInvitation | null> {
  const own = await tx.meetingInvitation.findFirst({ where: { meetingId }, select: { id: true } })
  const found = own && (await findInvitation(tx, own, now))
  if (!found || !isOpen({ ...found, on: found.facts.on }, now, schoolDay(now))) return null
  const { people, noteTaker, joinBy, papers, papersSentOn, interpreter, accessNeeds } = found.facts
  return {
    ...{ meetingId, answer: found.answer, people, noteTaker, joinBy },
    ...{ papers, papersSentOn, interpreter, accessNeeds },
  }
}
