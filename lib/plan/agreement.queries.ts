import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type CycleHeader, type CyclePlace, openToWrite } from '@/lib/cycle/hold.reads'
import { cyclePolicy } from '@/lib/cycle/policy'
import { isOpenCycle } from '@/lib/cycle/rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { partiesOf } from './agreement.reads'
import type { Party } from './agreement.rules'
import type { Whose } from './agreement.commands'

export type PartyPage = { cycle: CycleHeader; party: Party; today: IsoDate }

/** One parent, or the pupil, as their answer on the plan is written down (6.48); a restricted parent is not there. */
export function getParty(actor: Actor, place: CyclePlace, whose: Whose, now: Date): Promise<PartyPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const mayAsk = (found: CycleHeader) => isOpenCycle(found.stage) && cyclePolicy.write(actor, found)
    const cycle = await openToWrite(tx, actor, place, 'plan/agreement', now, mayAsk)
    const { parties } = await partiesOf(tx, cycle, today)
    const party = parties.find(({ contactId }) => contactId === whose)
    if (!party) throw new NotFound(`contact of cycle ${cycle.cycleId}`)
    return { cycle, party, today }
  })
}
