import { randomUUID } from 'node:crypto'
import { type IsoDate, isoDate, plusDays } from '@/lib/calendar/iso-date'
import type { AmendForm } from '@/lib/parent-meeting/held.schema'
import { type MeetingPurpose, PUPIL_PARTS } from '@/lib/parent-meeting/record.rules'
import { amendRecord } from '@/lib/parent-meeting/signing.commands'
import { recordContent } from '@/lib/parent-meeting/signing.reads'
import type { Actor } from '@/lib/platform/actor'
import { asActor } from '@/lib/platform/db'
import { askAboutRecord, explainRecord } from '@/lib/record-question/commands'
import { must } from '../demo-acts'
import { on } from '../demo-days'

/** The last signed record of a parent who can sign in, with what an amendment has to say again. */
const lastSigned = (actor: Actor) =>
  asActor(actor, async (tx) => {
    const meeting = await tx.parentMeeting.findFirst({
      where: {
        record: { signedNumber: 1 },
        purpose: 'review' satisfies MeetingPurpose,
        attendees: { some: { came: true, contact: { membershipId: { not: null } } } },
      },
      select: {
        id: true,
        pupilId: true,
        version: true,
        ledById: true,
        attendees: {
          where: { came: true, contactId: { not: null } },
          select: { contactId: true, contact: { select: { membershipId: true } } },
        },
      },
      orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
    })
    return meeting && { ...meeting, content: await recordContent(tx, meeting.id) }
  })

/** One record is amended with its reason, and its parent asks for a line of it to be explained, and reads the answer. */
export async function tellRecords(actor: Actor, today: IsoDate): Promise<void> {
  const meeting = await lastSigned(actor)
  if (!meeting?.content) return
  const { content, attendees, id, pupilId, version, ledById } = meeting
  const form: AmendForm = {
    ...content,
    heldOn: content.on,
    actions: [...content.actions],
    came: attendees.flatMap(({ contactId }) => contactId ?? []),
    ...{ staff: [], late: [], left: [], points: [], ledById, alsoReview: false },
    ...{ nextOn: null, nextAt: null, roundWith: null, then: null, formKey: randomUUID() },
    pupilPart: content.pupilPart ?? PUPIL_PARTS[2],
    parentWillDo: 'Ten minutes together on three evenings, and a note if it was too much.',
    reason: 'Four evenings were too many; the family asked for three.',
  }
  const amendedOn = content.on < today ? isoDate(plusDays(content.on, 1)) : today
  await must(amendRecord(actor, id, version, form, on(amendedOn)))

  const parent = attendees.find(({ contact }) => contact?.membershipId)?.contact?.membershipId
  if (!parent) return
  const asked: Actor = { schoolId: actor.schoolId, membershipId: parent, role: 'parent', pupilIds: [pupilId] }
  const question = { line: 'support', words: 'Which group is that, and who takes it?', formKey: randomUUID() }
  await must(askAboutRecord(asked, { pupilId, meetingId: id }, question, on(amendedOn)))
  const found = await asActor(actor, (tx) =>
    tx.recordQuestion.findFirst({ where: { meetingId: id }, select: { id: true } }),
  )
  const words = 'The reading group of five, on Tuesday and Thursday before lunch. Mrs Pickering takes it.'
  if (found) await must(explainRecord(actor, found.id, { words }, on(amendedOn)))
}
