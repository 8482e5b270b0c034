import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { schoolYearCalendar, withYearBefore } from '@/lib/school/reads'
import { concernPolicy } from './policy'
import type { ConcernLine } from './line.rules'
import { concernOf, parentsToHear } from './reads'

export type ConcernToRaise = { pupil: PupilHeader; parents: { id: string; name: string }[]; today: IsoDate }

/** The page on which a concern about a pupil is raised. */
export function getConcernToRaise(actor: Actor, pupilId: string, now: Date): Promise<ConcernToRaise> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'raise-concern', today, now })
    if (!concernPolicy.raise(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`raise a concern about pupil ${pupilId}`)
    return { pupil, parents: await parentsToHear(tx, pupilId, today), today }
  })
}

export type ConcernToAnswer = { pupil: PupilHeader; concern: ConcernLine; today: IsoDate }

/** One concern on its own page, to be answered by those who decide (6.21 to 6.24). */
export function getConcernToAnswer(
  actor: Actor,
  pupilId: string,
  concernId: string,
  now: Date,
): Promise<ConcernToAnswer> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'concern', today, now })
    if (!concernPolicy.answer(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`answer concern ${concernId}`)
    const thisYear = await schoolYearCalendar(tx, pupil.schoolId, today)
    const calendar = await withYearBefore(tx, pupil.schoolId, thisYear)
    const concern = await concernOf(tx, actor, { id: concernId, pupilId, today, calendar })
    if (!concern) throw new NotFound(`concern ${concernId}`)
    return { pupil, concern, today }
  })
}
