import 'server-only'
import { v7 } from 'uuid'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import { toDateColumn, toDateColumnOrNull } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { absencePolicy } from './policy'
import { staffAbsencesOf } from './reads'
import { awayProblem } from './rules'
import type { StaffAbsenceForm } from './schema'

async function mustBeStaff(tx: SchoolTx, actor: Actor, membershipId: string) {
  const staff = leadsSchool(actor)
    ? await tx.membership.findFirst({
        where: { id: membershipId, role: { notIn: ['parent', 'governor', 'system'] } },
        select: { id: true },
      })
    : null
  if (!staff || !absencePolicy.recordStaff(actor, actor)) throw new NotFound(`member ${membershipId}`)
}

/** Writes down that a member of staff is away: reading a plan waits for them until they are back (R10, 6.49). */
export function recordStaffAbsence(
  actor: Actor,
  membershipId: string,
  { formKey, from, until }: StaffAbsenceForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    await mustBeStaff(tx, actor, membershipId)
    if ((await tx.staffAbsence.count({ where: { formKey } })) > 0) return { ok: true, value: null }
    const known = await staffAbsencesOf(tx, membershipId)
    const problem = awayProblem({ from, until }, known, schoolDay(now))
    if (problem) return refuse(problem.field, problem.message)
    const id = v7()
    await tx.staffAbsence.create({
      data: {
        ...{ schoolId: actor.schoolId, id, membershipId, recordedById: actor.membershipId, recordedAt: now },
        ...{ formKey, fromOn: toDateColumn(from), untilOn: toDateColumnOrNull(until) },
      },
    })
    await audit(tx, actor, { action: 'staff-absence.recorded', subjectId: membershipId }, now)
    return { ok: true, value: null }
  })
}

/** Takes back that somebody is away, or was: another first or last day is written down anew. */
export function withdrawStaffAbsence(
  actor: Actor,
  { membershipId, absenceId, version }: { membershipId: string; absenceId: string; version: number },
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    await mustBeStaff(tx, actor, membershipId)
    const taken = await tx.staffAbsence.updateMany({
      where: { id: absenceId, membershipId, version, withdrawnAt: null },
      data: { withdrawnAt: now, version: { increment: 1 } },
    })
    if (taken.count === 0) throw new ChangedElsewhere(`absence ${absenceId}`)
    await audit(tx, actor, { action: 'staff-absence.withdrawn', subjectId: membershipId }, now)
    return { ok: true, value: null }
  })
}
