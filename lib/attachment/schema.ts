import { z } from 'zod'

const refusal = z.object({ sentence: z.string().max(500), title: z.string().max(400) })

/** Why a file was refused and what was typed beside it, as a page without JavaScript is told; null where nothing was. */
export function refusalIn(cookie: string | undefined): z.output<typeof refusal> | null {
  if (cookie === undefined) return null
  try {
    return refusal.safeParse(JSON.parse(cookie)).data ?? null
  } catch {
    return null
  }
}
