import { addPlanLine } from '@/lib/plan-line/commands'
import type { PlanLineForm } from '@/lib/plan-line/schema'
import type { Actor } from '@/lib/platform/actor'
import { must } from '../demo-acts'

type Line = Pick<PlanLineForm, 'kind' | 'words'> & Partial<PlanLineForm>

const READERS: readonly Line[] = [
  { kind: 'strategy', about: 'Art', words: 'Shows the steps as pictures before we begin' },
  { kind: 'adjustment', about: 'Assembly', words: 'Sits at the end of the row, near the door' },
  { kind: 'quiet-place', words: 'The corner of the library', howOften: 'after lunch' },
  {
    kind: 'what-to-do-when',
    about: 'The head goes down on the table',
    words: 'give the card, say nothing, and look again in five minutes',
  },
  { kind: 'at-home', words: 'Reads five words at bedtime', who: 'a parent', howOften: 'every day' },
]

const TALKERS: readonly Line[] = [
  { kind: 'strategy', about: 'Maths', words: 'Says the sum aloud with a partner before writing it' },
  { kind: 'adjustment', about: 'Register', words: 'May answer with a hand' },
  {
    kind: 'what-to-do-when',
    about: 'Words do not come',
    words: 'wait ten seconds, then offer two to choose from',
  },
  { kind: 'at-home', words: 'One thing about the day at tea, with the photo', who: 'a parent' },
]

const CALM: readonly Line[] = [
  { kind: 'strategy', about: 'Every lesson', words: 'Hears first what will happen and when it ends' },
  { kind: 'adjustment', about: 'Lunch', words: 'Goes in five minutes early with one friend' },
  { kind: 'quiet-place', words: 'The base, without asking, with the green card', howOften: 'when needed' },
  {
    kind: 'what-to-do-when',
    about: 'Hands over the ears',
    words: 'nobody speaks or touches; one adult walks beside to the base',
  },
]

const linesFor = (need: string | null) =>
  need === 'SLCN' || need === 'HI' ? TALKERS : need === 'SEMH' || need === 'ASD' ? CALM : READERS

/** What a plan of the demo says for every day. */
export async function tellLines(
  actor: Actor,
  cycleId: string,
  need: string | null,
  now: Date,
): Promise<void> {
  for (const line of linesFor(need))
    await must(addPlanLine(actor, cycleId, { about: null, who: null, howOften: null, ...line }, now))
}
