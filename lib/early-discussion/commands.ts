import 'server-only'
import { audit } from '@/lib/audit/commands'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { type DiscussionAt, discussionAt, pupilToDiscuss, type PupilToDiscuss } from './hold.reads'
import { discussedOnProblem, phaseOf } from './rules'
import type { AdviceForm, DiscussionForm } from './schema'

const GIVEN = 'The note was given to a parent, so it stays as it is. Write another note beside it'

async function mention(
  tx: SchoolTx,
  actor: Actor,
  pupilId: string,
  { pupil, on, now }: { pupil: PupilToDiscuss; on: IsoDate; now: Date },
): Promise<void> {
  const phase = phaseOf(pupil.yearGroup, pupil.school.phase)
  const { schoolId, membershipId: recordedById } = actor
  const said = { schoolId, pupilId, phase, mentionedOn: toDateColumn(on), recordedById, recordedAt: now }
  const { count } = await tx.adviceMention.createMany({ data: [said], skipDuplicates: true })
  if (count > 0)
    await audit(
      tx,
      actor,
      { action: 'advice.mentioned', subjectId: pupilId, pupilId, details: { phase } },
      now,
    )
}

const columnsOf = (form: DiscussionForm) => ({
  heldOn: toDateColumn(form.heldOn),
  attended: form.attended,
  strengths: form.strengths,
  difficulties: form.difficulties,
  parentConcerns: form.parentConcerns,
  mayLieBehind: form.mayLieBehind,
  agreedOutcomes: form.agreedOutcomes,
  nextSteps: form.nextSteps,
})

/** Writes the short note of the early discussion with pupil and parents; sent twice, it is there once (6.39, P18). */
export function writeDiscussion(
  actor: Actor,
  pupilId: string,
  form: DiscussionForm,
  now: Date,
): Promise<Outcome<{ discussionId: string }>> {
  return asActor(actor, async (tx) => {
    const pupil = await pupilToDiscuss(tx, actor, pupilId)
    const problem = discussedOnProblem(form.heldOn, schoolDay(now))
    if (problem) return refuse('heldOn', problem)
    await onePupilAtATime(tx, pupilId)
    const own = { schoolId: actor.schoolId, pupilId, writtenById: actor.membershipId, ...columnsOf(form) }
    const known = await tx.earlyDiscussion.findFirst({ where: own, select: { id: true } })
    if (known) return { ok: true, value: { discussionId: known.id } }
    const { id } = await tx.earlyDiscussion.create({ data: { ...own, writtenAt: now }, select: { id: true } })
    await audit(tx, actor, { action: 'early-discussion.written', subjectId: id, pupilId }, now)
    if (form.adviceMentioned) await mention(tx, actor, pupilId, { pupil, on: form.heldOn, now })
    return { ok: true, value: { discussionId: id } }
  })
}

/** Puts the note right until the first parent has it; what was given stays as it is. */
export function changeDiscussion(
  actor: Actor,
  { version, ...at }: DiscussionAt & { version: number },
  form: DiscussionForm,
  now: Date,
): Promise<Outcome<null>> {
  const { pupilId, discussionId } = at
  return asActor(actor, async (tx) => {
    const pupil = await pupilToDiscuss(tx, actor, pupilId)
    if ((await discussionAt(tx, at)).sharedAt !== null) return refuse('form', GIVEN)
    const problem = discussedOnProblem(form.heldOn, schoolDay(now))
    if (problem) return refuse('heldOn', problem)
    const changed = await tx.earlyDiscussion.updateMany({
      where: { schoolId: actor.schoolId, id: discussionId, version },
      data: { ...columnsOf(form), version: { increment: 1 } },
    })
    if (changed.count === 0) throw new ChangedElsewhere(`early discussion ${discussionId}`)
    await audit(tx, actor, { action: 'early-discussion.changed', subjectId: discussionId, pupilId }, now)
    if (form.adviceMentioned) await mention(tx, actor, pupilId, { pupil, on: form.heldOn, now })
    return { ok: true, value: null }
  })
}

/** Records that the family was told of the information, advice and support service: once in a phase (6.39, R04). */
export function recordAdvice(
  actor: Actor,
  pupilId: string,
  form: AdviceForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const pupil = await pupilToDiscuss(tx, actor, pupilId)
    if (form.mentionedOn > schoolDay(now))
      return refuse('mentionedOn', 'The day must be today or in the past')
    await mention(tx, actor, pupilId, { pupil, on: form.mentionedOn, now })
    return { ok: true, value: null }
  })
}
