import 'server-only'
import { audit } from '@/lib/audit/commands'
import { schoolDay } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor, type SchoolTx } from '@/lib/platform/db'
import { type Outcome, type Problem, refuse } from '@/lib/platform/outcome'
import { copyIsFor } from './family.rules'
import { familyOf } from './lines.reads'
import { meetingToChange } from './loading.reads'
import { givenOnProblem } from './record.rules'
import type { CopiesForm } from './schema'

/**
 * Records the day each parent had their copy of a meeting's record, or did not want one (6.71, R19). What was
 * given is shared from then on. Said twice of one parent, the first stays.
 */
export function recordCopies(
  actor: Actor,
  meetingId: string,
  { given }: CopiesForm,
  now: Date,
): Promise<Outcome<{ pupilId: string }>> {
  return asActor(actor, async (tx) => {
    const meeting = await meetingToChange(tx, actor, meetingId)
    const { pupilId } = meeting
    if (meeting.status !== 'held' || !meeting.record)
      return refuse('form', 'Write the record before you give a copy of it')
    if (given.length === 0) return refuse('form', 'Select how at least one parent had their copy')

    const today = schoolDay(now)
    const family = await familyOf(tx, pupilId)
    const contactIds = meeting.attendees.flatMap(({ contactId }) => contactId ?? [])
    const problems = given.flatMap(({ contactId, on }): Problem[] => {
      const contact = family.find((known) => known.contactId === contactId)
      if (!contact || !copyIsFor(contact, { roundId: meeting.roundId, contactIds }, today))
        return [{ field: 'form', message: 'Open the page again: the list of parents has changed' }]
      const message = givenOnProblem(on, fromDateColumn(meeting.heldOn), today)
      return message ? [{ field: `given.${contactId}.on`, message }] : []
    })
    if (problems.length > 0) return { ok: false, problems }

    const written = await tx.meetingRecordDelivery.createMany({
      data: given.map(({ contactId, method, on }) => ({
        schoolId: actor.schoolId,
        pupilId,
        meetingId,
        contactId,
        method,
        givenOn: toDateColumn(on),
        recordedById: actor.membershipId,
      })),
      skipDuplicates: true,
    })
    if (given.some(({ method }) => method !== 'declined')) await share(tx, meetingId, now)
    const details = { parents: written.count }
    if (written.count > 0)
      await audit(
        tx,
        actor,
        { action: 'parent-meeting.record-given', subjectId: meetingId, pupilId, details },
        now,
      )
    return { ok: true, value: { pupilId } }
  })
}

async function share(tx: SchoolTx, meetingId: string, now: Date): Promise<void> {
  const notYet = { where: { meetingId, sharedAt: null }, data: { sharedAt: now } }
  await tx.meetingRecord.updateMany(notYet)
  await tx.meetingAction.updateMany(notYet)
}
