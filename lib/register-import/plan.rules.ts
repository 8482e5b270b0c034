import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Answers } from './candidates.rules'
import { columnOf } from './columns.rules'
import type { KnownInFull, KnownSchool } from './known.rules'
import { type ImportPlan, planImport } from './match.rules'
import { nameKey } from './names.rules'
import { type ImportedPupil, leftOutWith } from './people.rules'
import type { Register } from './read.rules'

/** What the file says of one parent whom a pupil here has: the name and the email address, where it says one. */
type Said = { row: number; pupil: ImportedPupil; name: string; email: string | null; changes: boolean }

/**
 * What importing a register into this school would do. Brothers and sisters share a parent, so rows that would give the
 * one parent two names or two addresses stay out: each import would undo the one before.
 */
export function planRegister(
  register: Register,
  school: KnownSchool,
  { today, answers }: { today: IsoDate; answers: Answers },
): ImportPlan {
  const { columns, pupils } = register
  const plan = planImport(school.pupils, pupils, { today, columns, answers })
  const byId = new Map(school.pupils.map((pupil) => [pupil.id, pupil]))
  const clashes = clashingRows(plan, byId, new Map(pupils.map((pupil) => [pupil.row, pupil])))
  if (clashes.size === 0) return plan
  const column = (columnOf(columns, 'parent1Email') ?? columnOf(columns, 'parent1Name'))?.header ?? ''
  for (const { row, pupil } of plan.changed) {
    const others = clashes.get(row)
    if (!others) continue
    const problem = { row, column, message: clashMessage(row, others) }
    plan.problems.push(problem)
    plan.ignored.push(...leftOutWith([problem], pupil.rows))
  }
  return { ...plan, changed: plan.changed.filter(({ row }) => !clashes.has(row)) }
}

const clashMessage = (row: number, others: readonly number[]) =>
  `Row ${row} gives a parent another name or email address than row ${others.join(', ')} does for a brother or sister: make them the same`

/** The rows that would change a shared parent against what another row says, with those other rows. */
function clashingRows(
  plan: ImportPlan,
  byId: ReadonlyMap<string, KnownInFull>,
  byRow: ReadonlyMap<number, ImportedPupil>,
): Map<number, number[]> {
  const saidOf = new Map<string, Said[]>()
  const found = [
    ...plan.changed.map(({ row, pupilId, writes }) => ({ row, pupilId, steps: writes.parents })),
    ...plan.unchanged.map(({ row, pupilId }) => ({ row, pupilId, steps: [] })),
  ]
  for (const { row, pupilId, steps } of found) {
    const known = byId.get(pupilId)
    const pupil = byRow.get(row)
    if (!known || !pupil) continue
    for (const tie of known.parents) {
      if (tie.isKept) continue
      const step = steps.find((each) => each.act === 'change' && each.parentId === tie.id)
      const name = step?.parent.name ?? tie.name
      const parent = pupil.parents.find((each) => nameKey(each.name) === nameKey(name))
      if (!parent) continue
      const changes = step !== undefined && (step.parent.name !== tie.name || step.parent.email !== tie.email)
      const said = { row, pupil, name: parent.name, email: parent.email, changes }
      saidOf.set(tie.contactId, [...(saidOf.get(tie.contactId) ?? []), said])
    }
  }
  const clashes = new Map<number, number[]>()
  for (const all of saidOf.values()) {
    for (const one of all.filter(({ changes }) => changes)) {
      const others = all.filter((other) => other !== one && differs(one, other)).map(({ row }) => row)
      if (others.length > 0) clashes.set(one.row, others)
    }
  }
  return clashes
}

const differs = (one: Said, other: Said) =>
  one.name !== other.name || (one.email !== null && other.email !== null && one.email !== other.email)
