import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { specialistPolicy } from './policy'
import { specialistsOf } from './reads'
import type { SpecialistLine } from './rules'

export type SpecialistPage = { pupil: PupilHeader; specialist: SpecialistLine | null }

/** The page on which a specialist is recorded, or what came of one is added (6.59). */
export function getSpecialist(
  actor: Actor,
  place: { pupilId: string; specialistId: string | null },
  now: Date,
): Promise<SpecialistPage> {
  const { pupilId, specialistId } = place
  return asActor(actor, async (tx) => {
    const pupil = await openPupil(tx, actor, { pupilId, page: 'specialist', today: schoolDay(now), now })
    if (!specialistPolicy.record(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`record a specialist of pupil ${pupilId}`)
    if (specialistId === null) return { pupil, specialist: null }
    const specialist = (await specialistsOf(tx, pupilId)).find(({ id }) => id === specialistId)
    if (!specialist) throw new NotFound(`specialist ${specialistId}`)
    return { pupil, specialist }
  })
}
