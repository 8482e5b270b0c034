import 'server-only'
import { v7 } from 'uuid'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { absencePolicy } from './policy'
import { absencesOf } from './reads'
import type { Absence } from './rules'

export type AbsencesPage = {
  today: IsoDate
  pupil: PupilHeader
  absences: Absence[]
  /** Two taps on "Save" make one entry. */
  formKey: string
}

/** When a pupil was away, and the form to write it down (R12). */
export function getAbsences(actor: Actor, pupilId: string, now: Date): Promise<AbsencesPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'absences', today, now })
    if (!absencePolicy.record(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotFound(`absences of pupil ${pupilId}`)
    return { today, pupil, absences: await absencesOf(tx, pupilId), formKey: v7() }
  })
}

/** One time a pupil is away, to say when it ends or that it was a mistake. */
export function getAbsence(
  actor: Actor,
  { pupilId, absenceId }: { pupilId: string; absenceId: string },
  now: Date,
): Promise<{ pupil: PupilHeader; absence: Absence }> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'absences', today, now })
    const absence = (await absencesOf(tx, pupilId)).find(({ id }) => id === absenceId)
    const may = absencePolicy.record(actor, { schoolId: pupil.schoolId, pupilId })
    if (!absence || absence.isWithdrawn || !may) throw new NotFound(`absence ${absenceId}`)
    return { pupil, absence }
  })
}
