import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { parentsToHear } from '@/lib/concern/family.reads'
import { holdCycle } from '@/lib/cycle/hold.reads'
import { CLOSED } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { suggestionPolicy } from './policy'
import { partsOfPlan } from './plan.reads'
import { suggestedOnProblem } from './rules'
import type { SuggestionAnswerForm, SuggestionForm } from './schema'

/** Writes down which extra help a parent thinks would work, or that they had none in mind; two clicks write it once (P19). */
export function addSuggestion(
  actor: Actor,
  { cycleId, formKey }: { cycleId: string; formKey: string },
  form: SuggestionForm,
  now: Date,
): Promise<Outcome<{ suggestionId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, suggestionPolicy.write)
    if (cycle.stage === 'closed') return refuse('form', CLOSED)
    const today = schoolDay(now)
    const known = await tx.familySuggestion.findFirst({ where: { formKey }, select: { id: true } })
    if (known) return { ok: true, value: { suggestionId: known.id } }
    const parents = await parentsToHear(tx, cycle.pupilId, today)
    if (!parents.some(({ id }) => id === form.contact)) return refuse('contact', 'Select who said it')
    const problem = suggestedOnProblem(form.saidOn, today)
    if (problem) return refuse('saidOn', problem)
    const { id } = await tx.familySuggestion.create({
      data: {
        ...{ schoolId: actor.schoolId, pupilId: cycle.pupilId, cycleId, contactId: form.contact, formKey },
        ...{ words: form.had === 'yes' ? form.words : null, saidOn: toDateColumn(form.saidOn) },
        ...{ writtenById: actor.membershipId, writtenAt: now },
      },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'suggestion.added', subjectId: id, pupilId: cycle.pupilId }, now)
    return { ok: true, value: { suggestionId: id } }
  })
}

/** Answers a suggestion: which part of the plan it became, that it was tried, or why not now; the parent reads it (P19). */
export function answerSuggestion(
  actor: Actor,
  { cycleId, suggestionId }: { cycleId: string; suggestionId: string },
  form: SuggestionAnswerForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const cycle = await holdCycle(tx, actor, cycleId, suggestionPolicy.write)
    if (cycle.stage === 'closed') return refuse('form', CLOSED)
    const suggestion = await tx.familySuggestion.findFirst({
      where: { id: suggestionId, cycleId, words: { not: null } },
      select: { id: true },
    })
    if (!suggestion) throw new NotFound(`suggestion ${suggestionId}`)
    const isTaken = form.answer === 'in-the-plan'
    const part = isTaken ? (await partsOfPlan(tx, cycleId)).find(({ id }) => id === form.takenAs) : null
    if (isTaken && !part) return refuse('takenAs', 'Select which part of the plan it became')
    const { reason, answer } = form
    const said = { suggestionId, answer, takenAs: part?.label ?? null, reason }
    const last = await tx.suggestionAnswer.findFirst({
      where: { suggestionId },
      orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    })
    const isSame =
      last?.answer === said.answer && last.takenAs === said.takenAs && last.reason === said.reason
    if (isSame) return { ok: true, value: null }
    const { id } = await tx.suggestionAnswer.create({
      data: {
        ...{ schoolId: actor.schoolId, pupilId: cycle.pupilId, ...said },
        ...{ answeredById: actor.membershipId, answeredAt: now },
      },
      select: { id: true },
    })
    const entry = { action: 'suggestion.answered', subjectId: id, pupilId: cycle.pupilId } as const
    await audit(tx, actor, { ...entry, details: { answer } }, now)
    return { ok: true, value: null }
  })
}
