import type { IsoDate } from '@/lib/calendar/iso-date'
import { addLongTermOutcome, stepLongTermOutcome } from '@/lib/outcome/long-term.commands'
import type { Wish } from '@/lib/outcome/long-term.rules'
import type { Actor } from '@/lib/platform/actor'
import { type DemoPupil, forEach, must } from '../demo-acts'
import { on } from '../demo-days'

type Aim = { willDo: (name: string) => string; why: string; wish: Wish }

const READING: Aim = {
  willDo: (name) => `${name} will read a bedtime story aloud`,
  why: 'To read to someone smaller',
  wish: 'pupil',
}
const TALKING: Aim = {
  willDo: (name) => `${name} will tell the family about a school day without being asked`,
  why: 'The day is lost when nobody asks the right question',
  wish: 'parent',
}
const CALM: Aim = {
  willDo: (name) => `${name} will be in class for a whole day, week after week`,
  why: 'Friends are in class, not in the corridor',
  wish: 'school',
}

const aimFor = (need: string | null): Aim =>
  need === 'SLCN' ? TALKING : need === 'SEMH' || need === 'ASD' ? CALM : READING

/** What each of a few pupils is on the way to, worked towards from that day; by the pupil's id. */
export async function tellAims(actor: Actor, pupils: readonly DemoPupil[], from: IsoDate) {
  const aims = new Map<string, string>()
  await forEach(pupils, async ({ id, givenName, need }) => {
    const { willDo, why, wish } = aimFor(need)
    const form = { willDo: willDo(givenName), why, wish, broadAreas: [], byOn: null }
    const { longTermOutcomeId } = await must(addLongTermOutcome(actor, id, form, on(from)))
    const step = { status: 'active', on: from, reason: null } as const
    await must(stepLongTermOutcome(actor, longTermOutcomeId, 1, step, on(from)))
    aims.set(id, longTermOutcomeId)
  })
  return aims
}
