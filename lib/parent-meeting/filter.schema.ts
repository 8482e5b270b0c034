import { z } from 'zod'
import type { MeetingFilter } from './list.rules'

const one = (max: number) =>
  z
    .union([z.string(), z.array(z.string())])
    .default('')
    .transform((given) => (Array.isArray(given) ? (given[0] ?? '') : given).trim().slice(0, max))

const filter = z.object({ q: one(100), class: one(100), mine: one(3), year: one(3) })

/** What the address of the page of meetings asks for; what it cannot ask is left out. */
export function meetingFilterFrom(asked: Record<string, string | string[] | undefined>): MeetingFilter {
  const { q, class: className, mine, year } = filter.parse(asked)
  return { search: q, className, ledByMe: mine !== '', allYear: year !== '' }
}
