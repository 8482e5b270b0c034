import type { IsoDate } from '@/lib/calendar/iso-date'
import { addStartingSet } from '@/lib/catalogue/commands'
import { latestVersion } from '@/lib/plan/versions.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { sayRead } from '@/lib/read-receipt/commands'
import { recordTraining } from '@/lib/training/commands'
import { type DemoPupil, forEach, must } from '../demo-acts'
import { on } from '../demo-days'

/** The school's catalogue, to begin with. */
export const tellCatalogue = (senco: Actor, now: Date) => must(addStartingSet(senco, now))

/** What a member of staff is trained for, and since when. */
export async function tellTraining(
  senco: Actor,
  membershipId: string,
  trainings: readonly { training: string; heldOn: IsoDate; untilOn: IsoDate | null }[],
  now: Date,
): Promise<void> {
  for (const training of trainings) await must(recordTraining(senco, { membershipId, ...training }, now))
}

/** Somebody has read the plans of these pupils, as they are asked to (6.49). */
export async function tellRead(reader: Actor, pupils: readonly DemoPupil[], day: IsoDate): Promise<void> {
  await forEach(pupils, async (pupil) => {
    const version = await asActor(reader, (tx) => latestVersion(tx, pupil.id))
    if (version) await must(sayRead(reader, { pupilId: pupil.id, versionId: version.id }, on(day)))
  })
}
