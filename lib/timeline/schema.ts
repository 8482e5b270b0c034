import { z } from 'zod'
import { TIMELINE_KINDS, type TimelineFilter } from './kinds.rules'

const one = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => (Array.isArray(given) ? given[0] : given))

const many = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => (Array.isArray(given) ? given : [given]))

const asked = z.object({ year: one, kind: many, since: one })

const instant = (text: string | undefined) =>
  z.iso.datetime().safeParse(text).success && text !== undefined ? new Date(text) : null

/** What the address of a timeline asks for; what it cannot ask is left out. */
export function timelineFilterFrom(given: Record<string, string | string[] | undefined>): TimelineFilter {
  const { year, kind, since } = asked.parse(given)
  return {
    year: year !== undefined && /^(19|20|21)\d\d$/.test(year) ? Number(year) : null,
    kinds: TIMELINE_KINDS.filter((known) => kind.includes(known)),
    since: instant(since),
  }
}
