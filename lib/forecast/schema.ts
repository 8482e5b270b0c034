import { z } from 'zod'
import { isoDate, type IsoDate } from '@/lib/calendar/iso-date'
import { HOW_MANY, type WhatIf, WHOSE } from './what-if.rules'

// An address is typed, mended and shared: what it asks that is not there to be asked is taken as not asked.
const one = z.union([z.string(), z.tuple([z.string()], z.string()).transform(([first]) => first)])
const MOST = 1000

const day = one.transform((text, ctx): IsoDate => {
  try {
    return isoDate(text)
  } catch {
    ctx.issues.push({ code: 'custom', input: text, message: 'Select a day' })
    return z.NEVER
  }
})

const ids = z.union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(MOST)]).catch([])

const whatIfAddress = z.object({
  whose: one.pipe(z.enum(WHOSE)),
  hold: ids,
  by: day,
  each: one.pipe(z.enum(HOW_MANY)).catch('one'),
  booked: one.transform((text) => text === 'yes').catch(false),
})

/** What an address asks to think of; null where it asks nothing, or names a day that is over or of another year. */
export function whatIfAsked(
  query: Record<string, string | string[] | undefined>,
  { today, lastDay }: { today: IsoDate; lastDay: IsoDate },
): WhatIf | null {
  const asked = whatIfAddress.safeParse(query)
  if (!asked.success) return null
  const { whose, hold, by, each, booked } = asked.data
  if (by < today || by > lastDay) return null
  return { whose, chosen: [...new Set(hold)], by, howMany: each, withBooked: booked }
}
