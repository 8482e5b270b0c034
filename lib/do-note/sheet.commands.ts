import 'server-only'
import { audit } from '@/lib/audit/commands'
import { cycleFor } from '@/lib/cycle/hold.reads'
import { doNoteProblem } from '@/lib/cycle/writing.rules'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotAllowed, NotFound } from '@/lib/platform/errors'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { doNotePolicy } from './policy'
import type { Delivered } from './rules'

type Place = { cycleId: string; doNoteId: string; version: number }
type Says = { delivered: Delivered; reason: string | null }
type Now = { observation: string | null; plannedMinutes: number | null }

/** Why a note was changed, where a tap on the class sheet did it: nobody is asked to type a reason between two pupils. */
export const TAPPED_AGAIN = 'Tapped again on the class sheet'
export const LINE_ADDED = 'A line was added on the class sheet'

async function amend(
  actor: Actor,
  place: Place,
  { change, why, now }: { change: (before: Now) => object; why: string; now: Date },
): Promise<Outcome<{ doNoteId: string }>> {
  return asActor(actor, async (tx) => {
    const cycle = await cycleFor(tx, actor, place.cycleId, doNotePolicy.write)
    const where = { id: place.doNoteId, cycleId: place.cycleId }
    const before = await tx.doNote.findFirst({
      where,
      select: { writtenById: true, observation: true, provision: { select: { minutes: true } } },
    })
    if (!before) throw new NotFound(`Do note ${place.doNoteId}`)
    const { writtenById, observation, provision } = before
    if (!doNotePolicy.correct(actor, { ...cycle, writtenById }))
      throw new NotAllowed(`correct Do note ${place.doNoteId}`)
    const problem = doNoteProblem(cycle.stage)
    if (problem) return refuse('form', problem)
    const { count } = await tx.doNote.updateMany({
      where: { ...where, version: place.version },
      data: {
        ...change({ observation, plannedMinutes: provision?.minutes ?? null }),
        version: place.version + 1,
        correctedById: actor.membershipId,
        correctedAt: now,
        correctionReason: why,
      },
    })
    if (count === 0) throw new ChangedElsewhere(`Do note ${place.doNoteId}`)
    const trace = {
      subjectId: place.doNoteId,
      pupilId: cycle.pupilId,
      details: { version: place.version + 1 },
    }
    await audit(tx, actor, { action: 'do-note.corrected', ...trace }, now)
    return { ok: true, value: { doNoteId: place.doNoteId } }
  })
}

/** Another key for a session that was noted already: a correction like any other, with what stood there kept (6.52). */
export const retapDoNote = (actor: Actor, place: Place, { delivered, reason }: Says, now: Date) =>
  amend(actor, place, {
    change: ({ plannedMinutes }) => ({
      delivered,
      reason,
      minutes: delivered === 'given' ? plannedMinutes : null,
      ...(delivered === 'not-given' && { givenBy: null }),
    }),
    why: TAPPED_AGAIN,
    now,
  })

/** One line about a session that was noted already, added to what stands there. */
export const addLineToDoNote = (actor: Actor, place: Place, line: string, now: Date) =>
  amend(actor, place, {
    change: ({ observation }) => ({ observation: observation === null ? line : `${observation}\n${line}` }),
    why: LINE_ADDED,
    now,
  })
