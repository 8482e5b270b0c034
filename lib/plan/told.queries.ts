import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { cyclePolicy } from '@/lib/cycle/policy'
import type { Recipient } from '@/lib/parent-notification/rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { openPupil, type PupilHeader } from '@/lib/pupil/reads'
import { responsibleChanges } from './told.reads'
import { notToldOfResponsible, type ResponsibleChange } from './told.rules'

export type ResponsibleToldPage = {
  pupil: PupilHeader
  change: ResponsibleChange
  toTell: Recipient[]
  today: IsoDate
}

/** The page on which it is recorded that a parent was told who answers for the support now (P31). */
export function getResponsibleTold(actor: Actor, pupilId: string, now: Date): Promise<ResponsibleToldPage> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page: 'plan/told', today, now })
    if (!cyclePolicy.write(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`tell parents of pupil ${pupilId}`)
    const [change] = await responsibleChanges(tx, pupilId)
    if (!change) throw new NotFound(`change of who is responsible for pupil ${pupilId}`)
    return { pupil, change, toTell: notToldOfResponsible(change, today), today }
  })
}
