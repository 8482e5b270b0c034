import { randomUUID } from 'node:crypto'
import { correctObservation, writeObservation } from '@/lib/observation/commands'
import type { ObservationForm } from '@/lib/observation/schema'
import { type DemoPupil, must } from '../demo-acts'
import { on } from '../demo-days'
import type { ClassSetting } from './setting'

const SEEN: readonly Omit<ObservationForm, 'formKey' | 'seenOn'>[] = [
  {
    at: '10:40',
    place: 'Playground, by the climbing frame',
    words:
      'Watched a game of tag for six minutes, then asked “Can I be in?” and was let in at once. Played until the bell.',
    audience: 'parents',
  },
  {
    at: '09:15',
    place: 'Maths, at the second table',
    words:
      'Began after the third time the task was said. Looked at the neighbour’s page first, then at the picture on the card, then wrote four sums in a row, all right.',
    audience: 'staff',
  },
]

/** What an assistant and a teacher saw of two pupils on watching them; one of it put right the day after (P41). */
export async function tellObservations(
  { teacher, assistant, ago }: ClassSetting,
  [first, second]: readonly [DemoPupil, DemoPupil],
): Promise<void> {
  const [atPlay, inMaths] = SEEN
  if (!atPlay || !inMaths) return
  const seen = (form: (typeof SEEN)[number], day: number) => ({
    ...form,
    formKey: randomUUID(),
    seenOn: ago(day),
  })
  await must(writeObservation(assistant, first.id, seen(atPlay, 16), on(ago(16))))
  await must(writeObservation(teacher, second.id, seen(atPlay, 13), on(ago(13))))
  const { observationId } = await must(writeObservation(teacher, first.id, seen(inMaths, 7), on(ago(7))))
  const right = { ...seen(inMaths, 7), at: '11:15', why: 'It was the lesson after break.' }
  const at = { pupilId: first.id, observationId }
  await must(correctObservation(teacher, at, right, on(ago(6))))
}
