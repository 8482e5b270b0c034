import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { type Actor, leadsSchool } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/outcome'
import { careProblem } from './rules'
import type { ProvisionForm } from './schema'

const NOT_STAFF = 'Select who gives it from the list'

async function areStaff(tx: SchoolTx, membershipIds: readonly string[], now: Date) {
  if (membershipIds.length === 0) return true
  const day = toDateColumn(schoolDay(now))
  const members = await tx.membership.findMany({
    where: {
      id: { in: [...membershipIds] },
      role: { in: ['class-teacher', 'teaching-assistant', 'senco', 'headteacher'] },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
    },
    select: { id: true },
  })
  return members.length === new Set(membershipIds).size
}

type Before = { deliveredById: string | null; alsoGivenBy: readonly string[] }

/** Why these people cannot give it; somebody who has left meanwhile may stay until the line is changed. */
export async function giverProblem(
  tx: SchoolTx,
  actor: Actor,
  form: ProvisionForm,
  { now, before }: { now: Date; before?: Before },
) {
  const isNew = (id: string) => id !== before?.deliveredById && !before?.alsoGivenBy.includes(id)
  if (!(await areStaff(tx, [form.deliveredById ?? []].flat().filter(isNew), now)))
    return refuse('deliveredById', NOT_STAFF)
  if (!(await areStaff(tx, form.alsoGivenBy.filter(isNew), now)))
    return refuse('alsoGivenBy', 'Select staff from the list')
  const problem = careProblem(form, { membershipId: actor.membershipId, leads: leadsSchool(actor) })
  return problem === null ? null : refuse('alsoGivenBy', problem)
}
