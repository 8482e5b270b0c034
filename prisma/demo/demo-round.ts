import { randomUUID } from 'node:crypto'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { startRound } from '@/lib/meeting-round/commands'
import { proposeTimetable } from '@/lib/meeting-round/propose.commands'
import { startForm } from '@/lib/meeting-round/schema'
import type { Actor } from '@/lib/platform/actor'
import { must } from './demo-acts'
import { ahead, on } from './demo-days'
import type { DemoYear } from './demo-year'

// The next round begins with the rooms of the last, so that they are typed once.
const ROOMS = [
  'SEN office, Main building, 6',
  'Library, Main building, 8',
  'Room 12, Main building, 6',
  'Room 14, Main building, 6',
  'Conference room, Main building, 12',
  'Sixth form study, Sixth form block, 6',
  'Music practice room, Sixth form block, 4',
  'Pastoral hub, Sixth form block, 6',
]

const inBoxes = (day: IsoDate) => ({ day: day.slice(8), month: day.slice(5, 7), year: day.slice(0, 4) })

/** A round of one year group that the SENCO has begun to plan; nothing of it is published. */
export async function tellRound(
  actor: Actor,
  { year, today }: { year: DemoYear; today: IsoDate },
): Promise<void> {
  const form = startForm.parse({
    ...{ name: 'Year 8 round', who: 'year', yearGroup: '8', minutes: '30', purpose: 'review' },
    ...{ format: 'in-person', from: '3:30pm', until: '6pm', senco: 'behind', rooms: ROOMS.join('\n') },
    firstOn: inBoxes(ahead(year, today, 9)),
    lastOn: inBoxes(ahead(year, today, 13)),
    formKey: randomUUID(),
  })
  const { roundId } = await must(startRound(actor, form, on(today)))
  await must(proposeTimetable(actor, { roundId, version: 1 }, on(today)))
}
