import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import { cycleFor } from '@/lib/cycle/hold.reads'
import { doNoteProblem } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { doNotePolicy } from './policy'
import { happenedOnProblem } from './rules'
import type { OversightForm, QuestionForm } from './schema'

type NotePlace = { cycleId: string; doNoteId: string }

/** Notes what the class teacher saw on looking at a provision that somebody else gives (6.52; P49). */
export function noteOversight(
  actor: Actor,
  cycleId: string,
  form: OversightForm,
  now: Date,
): Promise<Outcome<{ oversightNoteId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await cycleFor(tx, actor, cycleId, doNotePolicy.oversee)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${form.formKey}, 49))`
    const known = await tx.oversightNote.findFirst({
      where: { formKey: form.formKey },
      select: { id: true },
    })
    if (known) return { ok: true, value: { oversightNoteId: known.id } }
    const problem = doNoteProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    const dayProblem = happenedOnProblem(form.lookedOn, cycle, schoolDay(now))
    if (dayProblem) return refuse('lookedOn', dayProblem)
    const provision = await tx.provision.findFirst({
      where: { id: form.provisionId, cycleId, removedAt: null },
      select: { id: true },
    })
    if (!provision) return refuse('provisionId', 'Select what you looked at')
    const { id } = await tx.oversightNote.create({
      data: {
        schoolId: actor.schoolId,
        pupilId: cycle.pupilId,
        provisionId: provision.id,
        lookedOn: toDateColumn(form.lookedOn),
        words: form.words,
        writtenById: actor.membershipId,
        writtenAt: now,
        formKey: form.formKey,
      },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'oversight.noted', subjectId: id, pupilId: cycle.pupilId }, now)
    return { ok: true, value: { oversightNoteId: id } }
  })
}

/** Asks back about a Do note; it waits on its author's Today until it is answered (P50). */
export function askAboutDoNote(
  actor: Actor,
  { cycleId, doNoteId }: NotePlace,
  form: QuestionForm,
  now: Date,
): Promise<Outcome<{ questionId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await cycleFor(tx, actor, cycleId, doNotePolicy.oversee)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${form.formKey}, 50))`
    const note = await tx.doNote.findFirst({ where: { id: doNoteId, cycleId }, select: { id: true } })
    if (!note) throw new NotFound(`Do note ${doNoteId}`)
    const known = await tx.doNoteQuestion.findFirst({
      where: { formKey: form.formKey },
      select: { id: true },
    })
    if (known) return { ok: true, value: { questionId: known.id } }
    const { id } = await tx.doNoteQuestion.create({
      data: {
        schoolId: actor.schoolId,
        pupilId: cycle.pupilId,
        doNoteId,
        words: form.question,
        askedById: actor.membershipId,
        askedAt: now,
        formKey: form.formKey,
      },
      select: { id: true },
    })
    await audit(tx, actor, { action: 'do-note.question-asked', subjectId: id, pupilId: cycle.pupilId }, now)
    return { ok: true, value: { questionId: id } }
  })
}

/** Answers a question about a Do note, once; question and answer stay beside the note (P50). */
export function answerAboutDoNote(
  actor: Actor,
  { cycleId, doNoteId, questionId }: NotePlace & { questionId: string },
  answer: string,
  now: Date,
): Promise<Outcome<{ questionId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await cycleFor(tx, actor, cycleId, doNotePolicy.write)
    const asked = await tx.doNoteQuestion.findFirst({
      where: { id: questionId, doNoteId, doNote: { cycleId } },
      select: { answer: true, doNote: { select: { writtenById: true } } },
    })
    if (!asked) throw new NotFound(`question ${questionId}`)
    if (!doNotePolicy.answer(actor, { ...cycle, writtenById: asked.doNote.writtenById }))
      throw new NotAllowed(`answer question ${questionId}`)
    const { count } = await tx.doNoteQuestion.updateMany({
      where: { id: questionId, answer: null },
      data: { answer, answeredById: actor.membershipId, answeredAt: now },
    })
    if (count === 0) throw new ChangedElsewhere(`question ${questionId}`)
    await audit(
      tx,
      actor,
      { action: 'do-note.question-answered', subjectId: questionId, pupilId: cycle.pupilId },
      now,
    )
    return { ok: true, value: { questionId } }
  })
}
