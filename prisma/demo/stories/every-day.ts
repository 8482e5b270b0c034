import { addPlanLine } from '@/lib/plan-line/commands'
import type { PlanLineForm } from '@/lib/plan-line/schema'
import type { Actor } from '@/lib/platform/actor'
import { must } from '../demo-acts'

const LINES: readonly PlanLineForm[] = [
  {
    kind: 'strategy',
    about: 'Art',
    words: 'Shows the steps as pictures before we begin',
    who: null,
    howOften: null,
  },
  {
    kind: 'adjustment',
    about: 'Assembly',
    words: 'Sits at the end of the row, near the door',
    who: null,
    howOften: null,
  },
  {
    kind: 'quiet-place',
    about: null,
    words: 'The corner of the library',
    who: null,
    howOften: 'after lunch',
  },
  {
    ...{ kind: 'what-to-do-when', about: 'The head goes down on the table', who: null, howOften: null },
    words: 'give the card, say nothing, and look again in five minutes',
  },
  {
    kind: 'at-home',
    about: null,
    words: 'Reads five words at bedtime',
    who: 'a parent',
    howOften: 'every day',
  },
]

/** What a plan of the demo says for every day. */
export async function tellLines(actor: Actor, cycleId: string, now: Date): Promise<void> {
  for (const line of LINES) await must(addPlanLine(actor, cycleId, line, now))
}
