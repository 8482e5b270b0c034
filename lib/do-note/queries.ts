import 'server-only'
import { v7 } from 'uuid'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type CycleHeader, type CyclePlace, openCycle } from '@/lib/cycle/hold.reads'
import { type Plan, readPlan } from '@/lib/cycle/plan.reads'
import { isInForce } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { quietSchoolDays } from '@/lib/provision/rules'
import { schoolYearCalendar } from '@/lib/school/reads'
import { doNotePolicy } from './policy'
import { countDoNotes, latestDoNotes } from './reads'
import type { DoNoteLine } from './rules'

/** How many notes the page shows at first; a link shows all of the cycle's. */
export const NOTES_AT_FIRST = 30

export type DoPage = {
  cycle: CycleHeader
  plan: Plan
  notes: DoNoteLine[]
  allNotes: number
  /** School days since each provision in force was noted, by its id (R12). */
  quiet: Record<string, number | null>
  today: IsoDate
  /** The key of the next note: two taps on "Save" make one. */
  formKey: string
  mayWrite: boolean
}

/** The Do page of a cycle: what was given and what is planned, the notes, and the form for the next one (6.52). */
export function getDo(actor: Actor, place: CyclePlace, now: Date, all = false): Promise<DoPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const cycle = await openCycle(tx, actor, place, 'do', now)
    const calendar = await schoolYearCalendar(tx, cycle.schoolId, today)
    const plan = await readPlan(tx, { cycleId: cycle.cycleId }, calendar, today)
    if (!plan) throw new NotFound(`cycle ${cycle.cycleId}`)
    const allNotes = await countDoNotes(tx, cycle.cycleId)
    const inForce = isInForce(cycle.stage)
    return {
      cycle,
      plan,
      notes: await latestDoNotes(tx, cycle.pupilId, all ? allNotes : NOTES_AT_FIRST, cycle.cycleId),
      allNotes,
      quiet: Object.fromEntries(
        plan.provisions.map((provision) => [
          provision.id,
          inForce ? quietSchoolDays(provision, calendar, today) : null,
        ]),
      ),
      today,
      formKey: v7(),
      mayWrite: inForce && doNotePolicy.write(actor, cycle),
    }
  })
}
