import 'server-only'
import { v7 } from 'uuid'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type CycleHeader, type CyclePlace, openCycle } from '@/lib/cycle/hold.reads'
import { type Plan, readPlan } from '@/lib/cycle/plan.reads'
import { isInForce } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { schoolYearCalendar } from '@/lib/school/reads'
import { deliveredInCycle } from './delivered.reads'
import type { DeliveredProvision } from './delivered.rules'
import { oversightLines, type OversightLine } from './note.reads'
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
  /** Planned against delivered, with what is asked about each (R12, R13; P55, P67). */
  delivered: DeliveredProvision[]
  /** What a teacher saw on looking at what others give (P49). */
  oversight: OversightLine[]
  today: IsoDate
  /** The key of the next note: two taps on "Save" make one. */
  formKey: string
  mayWrite: boolean
  mayOversee: boolean
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
      delivered: await deliveredInCycle(tx, cycle, calendar, today),
      oversight: await oversightLines(tx, cycle.cycleId),
      today,
      formKey: v7(),
      mayWrite: inForce && doNotePolicy.write(actor, cycle),
      mayOversee: inForce && doNotePolicy.oversee(actor, cycle),
    }
  })
}
