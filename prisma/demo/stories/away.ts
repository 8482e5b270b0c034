import { randomUUID } from 'node:crypto'
import { recordAbsence } from '@/lib/absence/commands'
import type { AwayReason } from '@/lib/absence/rules'
import { type DemoPupil, must } from '../demo-acts'
import { on } from '../demo-days'
import type { ClassSetting } from './setting'

/** Two pupils who were away for some days, written down by the assistant: nothing was planned for them then (R12). */
export async function tellAway(
  { assistant, ago }: ClassSetting,
  [ill, visiting]: readonly [DemoPupil, DemoPupil],
): Promise<void> {
  const away = (pupil: DemoPupil, [first, last]: readonly [number, number], reason: AwayReason) =>
    must(
      recordAbsence(
        assistant,
        pupil.id,
        { formKey: randomUUID(), from: ago(first), until: ago(last), reason },
        on(ago(last)),
      ),
    )
  await away(ill, [18, 16], 'illness')
  await away(visiting, [6, 6], 'appointment')
}
