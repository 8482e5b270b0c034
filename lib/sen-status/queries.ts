import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { NotAllowed } from '@/lib/platform/errors'
import type { PupilHeader } from '@/lib/pupil/header.rules'
import { openPupil } from '@/lib/pupil/reads'
import { type NeedChoice, needTypesOn } from './needs.rules'
import { senStatusPolicy } from './policy'
import { needTypes } from './reads'

export type RegisterEntry = {
  pupil: PupilHeader
  needChoices: NeedChoice[]
  /** An end of the status would close it as it stands. */
  hasOpenCycle: boolean
  today: IsoDate
}

/** A pupil's entry in the register, for those who decide it: status, needs, and what may be chosen today. */
export function getRegisterEntry(
  actor: Actor,
  pupilId: string,
  page: string,
  now: Date,
): Promise<RegisterEntry> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    const pupil = await openPupil(tx, actor, { pupilId, page, today, now })
    if (!senStatusPolicy.decide(actor, { schoolId: pupil.schoolId, pupilId }))
      throw new NotAllowed(`decide the SEN status of pupil ${pupilId}`)
    const needChoices = needTypesOn(await needTypes(tx), today).map(({ code, name, broadArea }) => ({
      code,
      name,
      broadArea,
    }))
    const open = await tx.cycle.count({ where: { pupilId, stage: { not: 'closed' } } })
    return { pupil, needChoices, hasOpenCycle: open > 0, today }
  })
}
