import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type CycleHeader, holdPlan } from '@/lib/cycle/hold.reads'
import { cyclePolicy } from '@/lib/cycle/policy'
import { CLOSED } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { partiesOf } from './agreement.reads'
import { answerProblem, type Party, parentsTogether } from './agreement.rules'
import type { AnswerForm, AttemptForm } from './agreement.schema'

/** Whose answer it is: a parent by their contact, or the pupil (null). */
export type Whose = string | null

async function partyOf(tx: SchoolTx, cycle: CycleHeader, whose: Whose, today: IsoDate): Promise<Party> {
  const { parties } = await partiesOf(tx, cycle, today)
  const party = parties.find(({ contactId }) => contactId === whose)
  if (!party) throw new NotFound(`contact ${whose ?? 'of the pupil'} of cycle ${cycle.cycleId}`)
  return party
}

/** Where parents and pupil stand together, in the line that stands under the plan. */
export async function keepStanding(tx: SchoolTx, cycle: CycleHeader, today: IsoDate): Promise<void> {
  const { parties } = await partiesOf(tx, cycle, today)
  const parents = parentsTogether(parties)
  const pupil = parties.find(({ contactId }) => contactId === null)?.latest
  await tx.cycle.update({
    where: { schoolId_id: { schoolId: cycle.schoolId, id: cycle.cycleId } },
    data: {
      ...(parents ? { parentConsultation: parents } : {}),
      ...(pupil ? { pupilConsultation: pupil.answer === 'no-answer' ? 'not-obtained' : 'took-part' } : {}),
    },
  })
}

/**
 * Writes down what one parent, or the pupil, says of the plan or of the open change of it (6.48). Nothing is written
 * over: a later answer stands beside the earlier, and the latest is where they stand.
 */
export function recordAnswer(
  actor: Actor,
  cycleId: string,
  whose: Whose,
  form: AnswerForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdPlan(tx, actor, cycleId, cyclePolicy.write)
    if (cycle.stage === 'closed') return refuse('form', CLOSED)
    const today = schoolDay(now)
    const party = await partyOf(tx, cycle, whose, today)
    const problem = answerProblem(form, { today, attempts: party.attempts.length })
    if (problem) return { ok: false, problems: [problem] }
    const { id } = await tx.planAgreement.create({
      data: {
        ...{ schoolId: actor.schoolId, pupilId: cycle.pupilId, cycleId, changeId: cycle.changeId },
        ...{ contactId: whose, answer: form.answer, said: form.said, method: form.method },
        answeredOn: toDateColumn(form.on),
        recordedById: actor.membershipId,
        recordedAt: now,
      },
      select: { id: true },
    })
    // What is said of a change is shown once the change is published, and not before.
    if (!cycle.changeId) await keepStanding(tx, cycle, today)
    await audit(tx, actor, { action: 'plan.answered', subjectId: id, pupilId: cycle.pupilId }, now)
    return { ok: true, value: null }
  })
}

/** Writes down one attempt to reach a parent, or the pupil, about the plan: the day, how, and what came of it (6.48). */
export function recordAttempt(
  actor: Actor,
  cycleId: string,
  whose: Whose,
  form: AttemptForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdPlan(tx, actor, cycleId, cyclePolicy.write)
    if (cycle.stage === 'closed') return refuse('form', CLOSED)
    const today = schoolDay(now)
    await partyOf(tx, cycle, whose, today)
    if (form.madeOn > today) return refuse('madeOn', 'The day must be today or in the past')
    const { id } = await tx.planInvitation.create({
      data: {
        ...{ schoolId: actor.schoolId, pupilId: cycle.pupilId, cycleId, changeId: cycle.changeId },
        ...{ contactId: whose, method: form.method, cameOfIt: form.cameOfIt },
        madeOn: toDateColumn(form.madeOn),
        recordedById: actor.membershipId,
        recordedAt: now,
      },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'plan.asked', subjectId: id, pupilId: cycle.pupilId }, now)
    return { ok: true, value: null }
  })
}
