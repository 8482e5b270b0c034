import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, longDate, plusDays, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { claimPupil, type DecidedPupil, pupilToDecide } from './decide.commands'
import { type KeptNeed, needProblems, type NeedSteps, needSteps, type RankedNeed } from './needs.rules'
import { needTypes } from './reads'
import { statusOn } from './rules'
import type { NeedsForm } from './schema'

/** Closes the needs that no longer hold the day before, and opens the new ones. A need closed on its first day never held. */
export async function applyNeeds(
  tx: SchoolTx,
  pupil: DecidedPupil,
  steps: NeedSteps,
  from: IsoDate,
): Promise<void> {
  const { schoolId, id: pupilId } = pupil
  if (steps.close.length > 0)
    await tx.senNeed.updateMany({
      where: { schoolId, id: { in: steps.close } },
      data: { untilOn: toDateColumn(plusDays(from, -1)) },
    })
  if (steps.open.length > 0)
    await tx.senNeed.createMany({
      data: steps.open.map((need) => ({ ...need, schoolId, pupilId, fromOn: toDateColumn(from) })),
    })
}

/** Why needs cannot be changed from this day: not in the future, nor before those they replace began. */
function fromOnProblem(
  pupil: DecidedPupil,
  closing: readonly KeptNeed[],
  from: IsoDate,
  today: IsoDate,
): string | null {
  if (from > today) return 'The day must be today or in the past'
  if (!statusOn(pupil.statuses, from)) return 'The day must be one on which the pupil is on the register'
  const began = closing
    .map((need) => need.from)
    .sort()
    .at(-1)
  return began && from < began
    ? `The day must be on or after ${longDate(began)}, when the needs it changes began`
    : null
}

/** Sets the needs of a pupil from a day on, main one first; those before are kept with their days (domain.md 3.1). */
export function setNeeds(
  actor: Actor,
  pupilId: string,
  version: number,
  form: NeedsForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const pupil = await pupilToDecide(tx, actor, pupilId)
    const status = statusOn(pupil.statuses, form.fromOn)
    const steps = needSteps(pupil.needs, form.needs)
    const closing = pupil.needs.filter(({ id }) => steps.close.includes(id))
    const problem = fromOnProblem(pupil, closing, form.fromOn, schoolDay(now))
    if (problem) return refuse('fromOn', problem)
    const refused = await refusedNeeds(tx, form.needs, { day: form.fromOn, status: status?.kind ?? null })
    if (refused) return { ok: false, problems: refused }

    await claimPupil(tx, pupil, version)
    await applyNeeds(tx, pupil, steps, form.fromOn)
    const details = { closed: steps.close.length, opened: steps.open.length }
    await audit(tx, actor, { action: 'sen-needs.set', subjectId: pupilId, pupilId, details }, now)
    return { ok: true, value: null }
  })
}

type On = { day: IsoDate; status: 'sen-support' | 'ehc-plan' | null }

async function refusedNeeds(tx: SchoolTx, needs: readonly RankedNeed[], on: On) {
  const problems = needProblems(needs, { types: await needTypes(tx), ...on })
  return problems.length === 0
    ? null
    : problems.map(({ row, part, message }) => ({ field: `needs.${row}.${part}`, message }))
}
