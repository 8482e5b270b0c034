import 'server-only'
import { type IsoDate, longDate, plusDays } from '@/lib/calendar/iso-date'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { roleWords } from '@/lib/person/words'
import { needsOf } from '@/lib/contact/needs.reads'
import { needsLine } from '@/lib/contact/needs.rules'
import { isEntitled } from './family.rules'
import { listed } from './line.words'
import { familyOf } from './lines.reads'
import { meetingStaff } from './people.reads'
import { mayLead } from './people.rules'

/** One choice of a form. */
export type Offer = { value: string; label: string; hint?: string }

/** Whom and what the forms about a meeting offer; a parent who is shut out is not among them. */
export type MeetingOffers = {
  family: Offer[]
  leaders: Offer[]
  staff: Offer[]
  /** Other meetings about this pupil that may be of the same round (8.3, C7). */
  rounds: Offer[]
}

const ROUND_DAYS = 31

type Meeting = { id: string; leaderId: string | null; staff: readonly { membershipId: string }[] }

/** What a form about a meeting on this day may name; in a fixed number of statements. */
export async function meetingOffers(
  tx: SchoolTx,
  pupilId: string,
  { on, today, meeting }: { on: IsoDate; today: IsoDate; meeting?: Meeting },
): Promise<MeetingOffers> {
  const named = [meeting?.leaderId ?? [], meeting?.staff.map(({ membershipId }) => membershipId) ?? []].flat()
  const staff = await meetingStaff(tx, pupilId, on, named)
  const offer = ({ id, name, role }: (typeof staff)[number]) => ({
    value: id,
    label: `${name}, ${roleWords(role)}`,
  })
  const family = (await familyOf(tx, pupilId)).filter((contact) => isEntitled(contact, today))
  const needs = await needsOf(
    tx,
    family.map(({ contactId }) => contactId),
  )
  return {
    family: family.map(({ contactId, name, relationship }) => {
      const hint = needsLine(needs.get(contactId) ?? { interpreter: null, accessNeeds: null })
      return { value: contactId, label: `${name}, ${relationship.toLowerCase()}`, ...(hint && { hint }) }
    }),
    leaders: staff.filter(mayLead).map(offer),
    // Everybody would be too long a list: those who work with the pupil, those who lead, and those already named.
    staff: staff
      .filter(
        ({ id, role, knowsPupil }) =>
          knowsPupil || role === 'senco' || role === 'headteacher' || named.includes(id),
      )
      .map(offer),
    rounds: await roundsNear(tx, pupilId, on, meeting?.id),
  }
}

async function roundsNear(
  tx: SchoolTx,
  pupilId: string,
  on: IsoDate,
  meetingId: string | undefined,
): Promise<Offer[]> {
  const near = await tx.parentMeeting.findMany({
    where: {
      pupilId,
      status: { in: ['booked', 'held'] },
      heldOn: { gte: toDateColumn(plusDays(on, -ROUND_DAYS)), lte: toDateColumn(plusDays(on, ROUND_DAYS)) },
      ...(meetingId ? { id: { not: meetingId } } : {}),
    },
    select: {
      id: true,
      heldOn: true,
      attendees: { where: { contactId: { not: null } }, select: { contact: { select: { fullName: true } } } },
    },
    orderBy: { heldOn: 'desc' },
  })
  return near.map(({ id, heldOn, attendees }) => {
    const names = attendees.flatMap(({ contact }) => contact?.fullName ?? [])
    return { value: id, label: [longDate(fromDateColumn(heldOn)), listed(names)].filter(Boolean).join(', ') }
  })
}
