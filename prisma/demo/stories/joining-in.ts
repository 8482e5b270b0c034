import { randomUUID } from 'node:crypto'
import { writeParticipation } from '@/lib/participation/commands'
import type { ParticipationForm } from '@/lib/participation/schema'
import { type DemoPupil, forEach, must } from '../demo-acts'
import { on } from '../demo-days'
import type { ClassSetting } from './setting'

type Told = Omit<ParticipationForm, 'formKey' | 'happenedOn'> & { daysAgo: number }

const TOLD: readonly Told[] = [
  {
    ...{ daysAgo: 3, activity: 'lesson', what: 'Art', joined: 'missed-for-support' },
    ...{ minutes: 20, why: 'The reading group', changed: null },
  },
  {
    ...{ daysAgo: 8, activity: 'playtime', what: 'Football', joined: 'joined' },
    ...{ minutes: null, why: null, changed: 'A referee who shows the rules on cards' },
  },
  {
    ...{ daysAgo: 10, activity: 'lesson', what: 'Art', joined: 'missed-for-support' },
    ...{ minutes: 20, why: 'The reading group', changed: null },
  },
  {
    ...{ daysAgo: 15, activity: 'trip', what: 'The museum', joined: 'joined' },
    ...{ minutes: null, why: null, changed: 'Went round with two friends, an hour before the others' },
  },
  {
    ...{ daysAgo: 19, activity: 'club', what: 'Choir', joined: 'could-not-join' },
    ...{
      minutes: null,
      why: 'The hall was too loud, and there was no quieter place to stand',
      changed: null,
    },
  },
]

/** How a few pupils joined in with the others, what help cost them, and what was changed so that they could (P57). */
export async function tellJoiningIn(
  { assistant, ago }: ClassSetting,
  [most, ...rest]: readonly DemoPupil[],
): Promise<void> {
  const write = ({ id }: DemoPupil, { daysAgo, ...told }: Told) =>
    must(
      writeParticipation(
        assistant,
        id,
        { formKey: randomUUID(), happenedOn: ago(daysAgo), ...told },
        on(ago(daysAgo)),
      ),
    )
  if (most) for (const told of TOLD) await write(most, told)
  await forEach(rest, async (pupil, index) => {
    const told = TOLD[index + 1]
    if (told) await write(pupil, told)
  })
}
