import 'server-only'
import { v7 } from 'uuid'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { parentsToHear } from '@/lib/concern/family.reads'
import { type CycleHeader, type CyclePlace, openToWrite } from '@/lib/cycle/hold.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type PlanPartChoice, partsOfPlan } from './plan.reads'
import { suggestionPolicy } from './policy'
import { suggestionsOf } from './reads'
import type { SuggestionLine } from './rules'

const mayWrite = (actor: Actor) => (cycle: CycleHeader) =>
  cycle.stage !== 'closed' && suggestionPolicy.write(actor, cycle)

export type NewSuggestionPage = {
  cycle: CycleHeader
  parents: { id: string; name: string }[]
  formKey: string
  today: IsoDate
}

/** The page on which it is written down which extra help a parent thinks would work. */
export function getNewSuggestion(actor: Actor, place: CyclePlace, now: Date): Promise<NewSuggestionPage> {
  return asActor(actor, async (tx) => {
    const cycle = await openToWrite(tx, actor, place, 'suggestion', now, mayWrite(actor))
    const today = schoolDay(now)
    return { cycle, parents: await parentsToHear(tx, cycle.pupilId, today), formKey: v7(), today }
  })
}

export type SuggestionPage = { cycle: CycleHeader; suggestion: SuggestionLine; parts: PlanPartChoice[] }

/** One suggestion as it is answered, with the parts of the plan that it can have become. */
export function getSuggestion(
  actor: Actor,
  place: CyclePlace & { suggestionId: string },
  now: Date,
): Promise<SuggestionPage> {
  return asActor(actor, async (tx) => {
    const cycle = await openToWrite(tx, actor, place, 'suggestion', now, mayWrite(actor))
    const suggestion = (await suggestionsOf(tx, { cycleId: cycle.cycleId })).find(
      ({ id }) => id === place.suggestionId,
    )
    if (!suggestion || suggestion.words === null) throw new NotFound(`suggestion ${place.suggestionId}`)
    return { cycle, suggestion, parts: await partsOfPlan(tx, cycle.cycleId) }
  })
}
