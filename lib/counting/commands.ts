import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { plusDays, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { schoolPolicy } from '@/lib/school/policy'
import { schoolYearCalendar } from '@/lib/school/reads'
import { differences } from './preview.rules'
import type { CountingForm } from './schema'

/**
 * Sets how a school counts meetings, from today or from its next school year: a new row, so that what held before is
 * still there to be read by (R21). `number` is that of the latest settings when the form was opened; of two people who
 * set at once the second is told.
 */
export async function saveCounting(
  actor: Actor,
  number: number,
  { starts, ...settings }: CountingForm,
  now: Date,
): Promise<Outcome<null>> {
  if (!schoolPolicy.setUp(actor, actor)) throw new NotAllowed('set how meetings are counted')
  const today = schoolDay(now)
  return asActor(actor, async (tx) => {
    const { year } = await schoolYearCalendar(tx, actor.schoolId, today)
    const from = starts === 'today' ? today : plusDays(year.lastDay, 1)
    const before = await schoolYearCalendar(tx, actor.schoolId, from)
    const fields = differences(before.settings, settings)
    if (fields.length === 0)
      return refuse('form', 'Change something first: this is how meetings are counted already')
    const id = v7()
    const made = await tx.countingSetting.createMany({
      data: {
        schoolId: actor.schoolId,
        id,
        number: number + 1,
        fromOn: toDateColumn(from),
        ...settings,
        setById: actor.membershipId,
        setAt: now,
      },
      skipDuplicates: true,
    })
    if (made.count === 0) throw new ChangedElsewhere('how meetings are counted')
    await audit(tx, actor, { action: 'counting.set', subjectId: id, details: { from, fields } }, now)
    return { ok: true, value: null }
  })
}
