import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import type { Outcome } from '@/lib/platform/outcome'
import { fromDateColumn } from '@/lib/platform/date-column'
import { correctMeasurement, recordMeasurement } from './commands'

type Score = { cycleId: string; doNoteId: string; outcomeId: string; value: string; formKey: string }

/** Why a score was changed, where a tap on the class sheet did it. */
const TAPPED_AGAIN = 'Tapped again on the class sheet'

/**
 * The score of a session, with one tap: a measurement of its outcome on the session's day. Another tap puts it right, and
 * what stood there is kept (P56).
 */
export async function recordScore(
  actor: Actor,
  { value, formKey, ...place }: Score,
  now: Date,
): Promise<Outcome<{ measurementId: string }>> {
  const before = await asActor(actor, (tx) =>
    tx.measurement.findFirst({
      where: { doNoteId: place.doNoteId, outcomeId: place.outcomeId, value: { not: null }, replacedBy: null },
      orderBy: { writtenAt: 'desc' },
      select: { id: true, value: true, measuredOn: true, note: true },
    }),
  )
  if (!before) {
    const measuredOn = schoolDay(now)
    return recordMeasurement(actor, place, { formKey, value, note: null, measuredOn, audience: 'staff' }, now)
  }
  if (before.value === value) return { ok: true, value: { measurementId: before.id } }
  const { id: measurementId, note } = before
  const measuredOn = fromDateColumn(before.measuredOn)
  const form = { formKey, keep: 'changed', value, note, measuredOn, why: TAPPED_AGAIN } as const
  return correctMeasurement(actor, { ...place, measurementId }, form, now)
}
