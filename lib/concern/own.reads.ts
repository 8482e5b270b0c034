import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { withStandardYearsBack } from '@/lib/calendar/standard-year'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import type { OwnConcern } from './family.rules'
import { concernPolicy } from './policy'
import { concernWait } from './rules'

/** A parent's own worries about their child, newest first, each with what the school answered; never the other parent's. */
export async function ownConcerns(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, today, calendar }: { pupilId: string; today: IsoDate; calendar: SchoolYearCalendar },
): Promise<OwnConcern[]> {
  if (!concernPolicy.tell(actor, { schoolId: actor.schoolId, pupilId })) return []
  const rows = await tx.concern.findMany({
    where: { pupilId, raisedBy: 'parent' },
    select: { id: true, raisedOn: true, words: true, asksToTalk: true, answer: true, answeredOn: true },
    orderBy: [{ raisedOn: 'desc' }, { id: 'desc' }],
  })
  const oldest = rows.at(-1)
  const reaching = oldest ? withStandardYearsBack(calendar, fromDateColumn(oldest.raisedOn)) : calendar
  return rows.map((row) => {
    const [raisedOn, answeredOn] = [fromDateColumn(row.raisedOn), fromDateColumnOrNull(row.answeredOn)]
    const wait = concernWait({ raisedBy: 'parent', raisedOn, answeredOn }, today, reaching)
    return { ...row, raisedOn, answeredOn, wait }
  })
}
