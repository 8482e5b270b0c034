import 'server-only'
import { audit } from '@/lib/audit/commands'
import { plusDays, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from './lock.commands'
import { pupilPolicy } from './policy'
import type { StaffForm } from './schema'
import { staffOfPupil, staffToName } from './staff.reads'

async function pupilToStaff(tx: SchoolTx, actor: Actor, pupilId: string): Promise<void> {
  const subject = { schoolId: actor.schoolId, pupilId }
  const pupil = await tx.pupil.findUnique({
    where: { schoolId_id: { schoolId: actor.schoolId, id: pupilId } },
    select: { id: true },
  })
  if (!pupil || !pupilPolicy.open(actor, subject)) throw new NotFound(`pupil ${pupilId}`)
  if (!pupilPolicy.assignStaff(actor, subject)) throw new NotAllowed(`say who teaches pupil ${pupilId}`)
  await onePupilAtATime(tx, pupilId)
}

/** Names a teacher or an assistant for one pupil; from today they see the record (6.49, 6.52). */
export function nameStaff(
  actor: Actor,
  pupilId: string,
  { membershipId }: StaffForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    await pupilToStaff(tx, actor, pupilId)
    if (!(await staffToName(tx, today)).some((choice) => choice.membershipId === membershipId))
      return refuse('membershipId', 'Select a member of staff')
    const named = (await staffOfPupil(tx, pupilId, today)).find(
      (member) => member.membershipId === membershipId,
    )
    if (named?.pupilStaffId)
      return refuse('membershipId', `${named.name} already teaches or supports this pupil`)
    const { schoolId } = actor
    const fromOn = toDateColumn(today)
    const key = { schoolId, pupilId, membershipId, fromOn }
    // taken off and put back on one day: the old link goes on
    const link = await tx.pupilStaff.upsert({
      where: { schoolId_pupilId_membershipId_fromOn: key },
      create: key,
      update: { untilOn: null },
      select: { id: true },
    })
    await audit(
      tx,
      actor,
      { action: 'pupil-staff.named', subjectId: link.id, pupilId, details: { membershipId } },
      now,
    )
    return { ok: true, value: null }
  })
}

/** Ends at once that someone is named for a pupil; what they wrote stays under their name (1.13). */
export function endStaff(
  actor: Actor,
  pupilId: string,
  pupilStaffId: string,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const today = schoolDay(now)
    await pupilToStaff(tx, actor, pupilId)
    const { schoolId } = actor
    const link = await tx.pupilStaff.findFirst({
      where: { schoolId, id: pupilStaffId, pupilId },
      select: { membershipId: true, untilOn: true },
    })
    if (!link) throw new NotFound(`link ${pupilStaffId} of pupil ${pupilId}`)
    const yesterday = toDateColumn(plusDays(today, -1))
    // sent twice: it ended already
    if (link.untilOn && link.untilOn <= yesterday) return { ok: true, value: null }
    await tx.pupilStaff.update({
      where: { schoolId_id: { schoolId, id: pupilStaffId } },
      data: { untilOn: yesterday },
    })
    const details = { membershipId: link.membershipId }
    await audit(tx, actor, { action: 'pupil-staff.ended', subjectId: pupilStaffId, pupilId, details }, now)
    return { ok: true, value: null }
  })
}
