import { randomUUID } from 'node:crypto'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { noteAnswer } from '@/lib/invitation/answer.commands'
import { inviteToMeeting } from '@/lib/invitation/commands'
import { answerForm } from '@/lib/invitation/schema'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import { asActor } from '@/lib/platform/db'
import { must } from '../demo-acts'
import { on } from '../demo-days'

const INVITED = 4

/** The meetings to come whose parents are invited in the story, each with those who may be, and who has an address. */
const toInvite = (actor: Actor, today: IsoDate) =>
  asActor(actor, async (tx) => {
    const meetings = await tx.parentMeeting.findMany({
      where: {
        status: 'booked',
        heldOn: { gte: toDateColumn(today) },
        at: { not: null },
        attendees: { some: { contactId: { not: null } } },
      },
      select: {
        id: true,
        pupilId: true,
        heldOn: true,
        attendees: { select: { contactId: true, contact: { select: { email: true } } } },
      },
      orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
      take: INVITED,
    })
    const found = []
    for (const { attendees, heldOn, ...meeting } of meetings) {
      const family = await familyOf(tx, meeting.pupilId)
      const parents = family
        .filter((tie) => isEntitled(tie, today) && isEntitled(tie, fromDateColumn(heldOn)))
        .flatMap((tie) => {
          const attendee = attendees.find(({ contactId }) => contactId === tie.contactId)
          return attendee ? [{ id: tie.contactId, hasEmail: (attendee.contact?.email ?? null) !== null }] : []
        })
      if (parents.length > 0) found.push({ ...meeting, parents })
    }
    return found
  })

/** A few invitations: by email where there is an address, by letter where not; one parent says yes, one asks for another time. */
export async function tellInvitations(actor: Actor, today: IsoDate): Promise<void> {
  const meetings = await toInvite(actor, today)
  for (const [index, meeting] of meetings.entries()) {
    const by = Object.fromEntries(
      meeting.parents.map(({ id, hasEmail }) => [id, hasEmail ? ('email' as const) : ('letter' as const)]),
    )
    const form = {
      by,
      staff: [],
      pupilInvited: index === 0,
      others: index === 1 ? ['Dr Hannah Osei, educational psychologist'] : [],
      noteTaker: null,
      joinBy: null,
      papers: 'The plan as it stands, which you can read in the service',
      papersSentOn: null,
      interpreter: null,
      accessNeeds: null,
      formKey: randomUUID(),
    }
    await must(inviteToMeeting(actor, meeting.id, 0, form, on(today)))
    const [parent] = meeting.parents
    const answer = index === 0 ? 'yes' : index === 1 ? 'another-time' : null
    if (!parent || answer === null) continue
    const said = answerForm.parse({
      answer,
      bringing: index === 0 ? 'Her grandmother' : '',
      betterTimes: index === 1 ? 'Any day after 4pm' : '',
    })
    const heard = { ...said, how: 'phone' as const }
    await must(noteAnswer(actor, { meetingId: meeting.id, contactId: parent.id }, heard, on(today)))
  }
}
