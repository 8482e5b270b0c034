import 'server-only'
import { v7 } from 'uuid'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { schoolYearCalendar } from '@/lib/school/reads'
import { participationPolicy } from './policy'
import { participationSince } from './reads'
import { type ParticipationCounts, participationCounts, type ParticipationNote } from './rules'

export type ParticipationPage = {
  today: IsoDate
  pupil: PupilHeader
  notes: ParticipationNote[]
  counts: ParticipationCounts
  /** Two taps on "Save" make one note. */
  formKey: string
}

/** How a pupil joined in with the others this school year (6.2, P57). */
export function getParticipation(actor: Actor, pupilId: string, now: Date): Promise<ParticipationPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'participation', today, now })
    if (!participationPolicy.read(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotFound(`how pupil ${pupilId} joins in`)
    const { year } = await schoolYearCalendar(tx, pupil.schoolId, today)
    const notes = await participationSince(tx, pupilId, year.firstDay)
    return { today, pupil, notes, counts: participationCounts(notes), formKey: v7() }
  })
}
