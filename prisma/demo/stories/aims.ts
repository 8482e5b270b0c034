import type { IsoDate } from '@/lib/calendar/iso-date'
import { addLongTermOutcome, stepLongTermOutcome } from '@/lib/outcome/long-term.commands'
import type { Wish } from '@/lib/outcome/long-term.rules'
import type { Actor } from '@/lib/platform/actor'
import { type DemoPupil, forEach, must } from '../demo-acts'
import { on } from '../demo-days'

const AIMS: readonly { willDo: (name: string) => string; why: string; wish: Wish }[] = [
  {
    willDo: (name) => `${name} will read a bedtime story aloud`,
    why: 'To read to someone smaller',
    wish: 'pupil',
  },
  {
    willDo: (name) => `${name} will eat lunch in the hall with friends`,
    why: 'Lunch is a lonely time',
    wish: 'parent',
  },
  {
    willDo: (name) => `${name} will work alone for a whole lesson`,
    why: 'Year 5 asks for it',
    wish: 'school',
  },
]

/** What each of a few pupils is on the way to, worked towards from that day; by the pupil's id. */
export async function tellAims(actor: Actor, pupils: readonly DemoPupil[], from: IsoDate) {
  const aims = new Map<string, string>()
  await forEach(pupils, async ({ id, givenName }, index) => {
    const { willDo, why, wish } = AIMS[index % AIMS.length] ?? {
      willDo: String,
      why: '',
      wish: 'school' as const,
    }
    const form = { willDo: willDo(givenName), why, wish, broadAreas: [], byOn: null }
    const { longTermOutcomeId } = await must(addLongTermOutcome(actor, id, form, on(from)))
    const step = { status: 'active', on: from, reason: null } as const
    await must(stepLongTermOutcome(actor, longTermOutcomeId, 1, step, on(from)))
    aims.set(id, longTermOutcomeId)
  })
  return aims
}
