import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { onePupilAtATime } from '@/lib/pupil/lock.commands'
import { parentsToHear } from './family.reads'
import { type ConcernAt, concernFor } from './hold.reads'
import { concernPolicy } from './policy'
import type { TalkForm } from './schema'
import { talkedOnProblem, THE_PUPIL } from './talk.rules'

/** Records with whom a decision was talked over, a "no" like a "yes", and whether they have a note of it (P04). */
export function recordTalk(
  actor: Actor,
  of: ConcernAt & { decisionId: string },
  form: TalkForm,
  now: Date,
): Promise<Outcome<null>> {
  const { pupilId, concernId, decisionId } = of
  return asActor(actor, async (tx) => {
    const { schoolId } = actor
    await concernFor(tx, actor, of)
    if (!concernPolicy.talkOver(actor, { schoolId, pupilId }))
      throw new NotAllowed(`talk over concern ${concernId}`)
    await onePupilAtATime(tx, pupilId)
    const decision = await tx.concernDecision.findFirst({
      where: { schoolId, id: decisionId, concernId, pupilId },
      select: { decidedOn: true },
    })
    if (!decision) throw new NotFound(`decision ${decisionId}`)
    const today = schoolDay(now)
    const problem = talkedOnProblem(form.talkedOn, fromDateColumn(decision.decidedOn), today)
    if (problem) return refuse('talkedOn', problem)
    const parents = (await parentsToHear(tx, pupilId, today)).map(({ id }) => id)
    if (form.who.some((who) => who !== THE_PUPIL && !parents.includes(who)))
      return refuse('who', 'Select who it was talked over with')

    const talkedOn = toDateColumn(form.talkedOn)
    const known = await tx.concernTalk.findMany({
      where: { decisionId, talkedOn, words: form.words },
      select: { contactId: true },
    })
    // the form was sent twice
    const people = [...new Set(form.who)]
      .map((who) => (who === THE_PUPIL ? null : who))
      .filter((contactId) => !known.some((talk) => talk.contactId === contactId))
    if (people.length === 0) return { ok: true, value: null }
    await tx.concernTalk.createMany({
      data: people.map((contactId) => ({
        schoolId,
        pupilId,
        decisionId,
        contactId,
        talkedOn,
        words: form.words,
        noteGiven: form.noteGiven === 'yes',
        recordedById: actor.membershipId,
        recordedAt: now,
      })),
    })
    const details = { people: people.length, noteGiven: form.noteGiven === 'yes' }
    await audit(tx, actor, { action: 'concern.talked-over', subjectId: decisionId, pupilId, details }, now)
    return { ok: true, value: null }
  })
}
