import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import type { KeptNeed } from './needs.rules'
import { senStatusPolicy } from './policy'
import { openNeeds, statusPeriods } from './reads'
import type { StatusPeriod } from './rules'

/** A pupil as a decision about the register needs to know them. */
export type DecidedPupil = {
  schoolId: string
  id: string
  version: number
  dateOfBirth: IsoDate
  statuses: StatusPeriod[]
  needs: KeptNeed[]
}

/** The pupil a decision is about, for someone who may decide it (6.14; 1.13). */
export async function pupilToDecide(tx: SchoolTx, actor: Actor, pupilId: string): Promise<DecidedPupil> {
  const subject = { schoolId: actor.schoolId, pupilId }
  const row = await tx.pupil.findUnique({
    where: { schoolId_id: { schoolId: actor.schoolId, id: pupilId } },
    select: { dateOfBirth: true, version: true },
  })
  if (!row || !senStatusPolicy.read(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  if (!senStatusPolicy.decide(actor, subject))
    throw new NotAllowed(`decide the SEN status of pupil ${pupilId}`)
  return {
    schoolId: actor.schoolId,
    id: pupilId,
    version: row.version,
    dateOfBirth: fromDateColumn(row.dateOfBirth),
    statuses: await statusPeriods(tx, pupilId),
    needs: await openNeeds(tx, pupilId),
  }
}

/** The pupil's own version stands for the register entry: two decisions at once cannot both be made. */
export async function claimPupil(tx: SchoolTx, pupil: DecidedPupil, version: number): Promise<void> {
  const claimed = await tx.pupil.updateMany({
    where: { schoolId: pupil.schoolId, id: pupil.id, version },
    data: { version: { increment: 1 } },
  })
  if (claimed.count === 0) throw new ChangedElsewhere(`pupil ${pupil.id}`)
}
