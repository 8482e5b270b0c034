import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { stepDownPolicy } from './policy'
import { type SteppedDown, stepDownOf } from './reads'

export type StepDownPage = { pupil: PupilHeader; steppedDown: SteppedDown; today: IsoDate }

/** The page on which a watch is checked, or on which it is recorded who was told, for those who may do that. */
export function getStepDown(
  actor: Actor,
  pupilId: string,
  act: 'check' | 'lead',
  now: Date,
): Promise<StepDownPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'watch', today, now })
    if (!stepDownPolicy[act](actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`${act} the watch of pupil ${pupilId}`)
    const steppedDown = await stepDownOf(tx, pupil, today)
    if (!steppedDown) throw new NotFound(`watch of pupil ${pupilId}`)
    return { pupil, steppedDown, today }
  })
}
