import type { Counting } from '@/lib/counting/preview.rules'
import type { CountingForm } from '@/lib/counting/schema'
import type { FormValues } from '@/lib/platform/form-state'

const tick = (isTicked: boolean) => (isTicked ? 'yes' : '')

/** What a school counts by, or what was asked to be looked at, in the boxes of the form. */
export const countingValues = (counting: Counting & { starts?: CountingForm['starts'] }): FormValues => ({
  phoneCounts: tick(counting.phoneCounts),
  proRata: tick(counting.proRata),
  includeEhcPlan: tick(counting.includeEhcPlan),
  includeNursery: tick(counting.includeNursery),
  warnSchoolDays: String(counting.warnSchoolDays),
  starts: counting.starts ?? 'today',
})
