import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { plansToRead } from '@/lib/read-receipt/reads'
import { lackingNow } from '@/lib/training/reads'
import { lacksByPerson } from '@/lib/training/rules'
import { notReadFlag, ownReadingFlag, trainingFlag } from './reading.words'
import type { Flag } from './rules'

/** The plans this person has to read, and for those who lead the school what others have not read and are not trained for (R10, R11). */
export async function readingFlags(
  tx: SchoolTx,
  actor: Actor,
  { today, calendar }: { today: IsoDate; calendar: SchoolCalendar },
): Promise<(Flag | null)[]> {
  const plans = await plansToRead(tx, { pupilId: null, today })
  const lacking = leadsSchool(actor) ? await lackingNow(tx, null, today) : []
  return [
    ...plans.flatMap((plan) => [
      ownReadingFlag(plan, actor.membershipId, calendar, today),
      notReadFlag(plan, actor.membershipId, calendar, today),
    ]),
    ...lacksByPerson(lacking).map(trainingFlag),
  ]
}
