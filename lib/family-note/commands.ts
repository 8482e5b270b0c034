import 'server-only'
import { audit } from '@/lib/audit/commands'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { ChangedElsewhere, NotFound } from '@/lib/platform/errors'
import type { Outcome } from '@/lib/platform/outcome'
import { isId } from '@/lib/pupil/reads'
import { familyNotePolicy } from './policy'
import type { FamilyNoteForm } from './schema'

/** Keeps a parent's own notes of a meeting, for nobody else; `version` is the one the form was opened with (P83). */
export function keepFamilyNote(
  actor: Actor,
  { pupilId, meetingId, version }: { pupilId: string; meetingId: string; version: number },
  { words }: FamilyNoteForm,
  now: Date,
): Promise<Outcome<null>> {
  return asActor(actor, async (tx) => {
    const isTheirs = familyNotePolicy.write(actor, { schoolId: actor.schoolId, pupilId })
    const own = isTheirs
      ? await tx.contact.findFirst({ where: { membershipId: actor.membershipId }, select: { id: true } })
      : null
    const meeting = isId(meetingId)
      ? await tx.parentMeeting.count({
          where: { id: meetingId, pupilId, status: { in: ['held', 'booked'] } },
        })
      : 0
    if (!own || meeting === 0) throw new NotFound(`meeting ${meetingId}`)
    const said = { words: words ?? '', writtenAt: now }
    const place = { schoolId: actor.schoolId, pupilId, meetingId, contactId: own.id }
    const kept =
      version === 0
        ? await tx.familyNote.createMany({ data: { ...place, ...said }, skipDuplicates: true })
        : await tx.familyNote.updateMany({
            where: { meetingId, contactId: own.id, version },
            data: { ...said, version: { increment: 1 } },
          })
    if (kept.count === 0) throw new ChangedElsewhere(`notes of meeting ${meetingId}`)
    await audit(tx, actor, { action: 'family-note.kept', subjectId: meetingId, pupilId }, now)
    return { ok: true, value: null }
  })
}
