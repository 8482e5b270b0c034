import { z } from 'zod'
import { chooseOne, ticked, wholeNumber } from '@/lib/platform/text.schema'

/** From when new settings hold: from today on, or from the first day of the next school year. */
export const COUNTING_STARTS = ['today', 'next-year'] as const

/** What a school may set about counting meetings (8.3): how it counts, never what the Code says. */
export const countingForm = z.object({
  phoneCounts: ticked(),
  proRata: ticked(),
  includeEhcPlan: ticked(),
  includeNursery: ticked(),
  warnSchoolDays: wholeNumber('how many school days', 0, 40),
  starts: chooseOne(COUNTING_STARTS, 'from when this holds'),
})

export type CountingForm = z.output<typeof countingForm>

/** What an address asks to see the effect of; null where it asks nothing, or nothing that could be set. */
export function countingAsked(query: Record<string, string | string[] | undefined>): CountingForm | null {
  const asked = countingForm.safeParse(query)
  return asked.success ? asked.data : null
}

/** What was typed as the query of an address: a preview can be looked at again, and works with no JavaScript. */
export function countingQuery(form: CountingForm): string {
  const { warnSchoolDays, starts, ...ticks } = form
  const query = new URLSearchParams(
    Object.entries(ticks).flatMap(([name, on]) => (on ? [[name, 'yes']] : [])),
  )
  query.set('warnSchoolDays', String(warnSchoolDays))
  query.set('starts', starts)
  return `?${query.toString()}`
}
