import { isoDateFromParts } from '@/lib/calendar/iso-date'
import { type FormValues, valueOf } from '@/lib/platform/form-state'
import type { SpecifiedInput } from './specified'

const dayOf = (values: FormValues, name: string) =>
  isoDateFromParts(
    valueOf(values, `${name}.day`),
    valueOf(values, `${name}.month`),
    valueOf(values, `${name}.year`),
  )

/** The provision form as the checker reads it, as typed; whoever is chosen from the list gives it. */
export const typedProvision = (values: FormValues): SpecifiedInput & { what: string } => ({
  what: valueOf(values, 'what').trim(),
  deliverer: valueOf(values, 'deliverer').trim() || valueOf(values, 'deliveredById'),
  minutes: valueOf(values, 'minutes'),
  perWeek: valueOf(values, 'perWeek'),
  groupSize: valueOf(values, 'groupSize'),
  from: dayOf(values, 'fromOn'),
  until: dayOf(values, 'untilOn'),
})
