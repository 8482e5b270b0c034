import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { lifeSteps, longTermOutcomes } from './long-term.reads'
import type { LifeStep, LongTermOutcome } from './long-term.rules'
import { outcomePolicy } from './policy'

export type LongTermPage = {
  pupil: PupilHeader
  outcome: LongTermOutcome
  steps: LifeStep[]
  mayWrite: boolean
  today: IsoDate
}

/** A long-term outcome of a pupil with its life, as staff of the pupil read it (guide 1; 1.13). */
export function getLongTermOutcome(
  actor: Actor,
  pupilId: string,
  id: string,
  now: Date,
): Promise<LongTermPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'long-term-outcome', today, now })
    const outcome = (await longTermOutcomes(tx, pupilId)).find((found) => found.id === id)
    if (!outcome) throw new NotFound(`long-term outcome ${id}`)
    const mayWrite = outcomePolicy.write(actor, { schoolId: pupil.schoolId, pupilId })
    return { pupil, outcome, steps: await lifeSteps(tx, id), mayWrite, today }
  })
}

/** The page on which a long-term outcome is proposed. */
export function getPupilToAimFor(actor: Actor, pupilId: string, now: Date): Promise<PupilHeader> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'add-long-term-outcome', today, now })
    if (!outcomePolicy.write(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`write outcomes of pupil ${pupilId}`)
    return pupil
  })
}
