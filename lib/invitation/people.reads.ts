import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import type { FamilyContact } from '@/lib/parent-meeting/people.rules'
import { dutyWords, roleWords } from '@/lib/person/words'
import type { Role } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import type { Coming } from './letter.words'

const PERSON = {
  select: { id: true, title: true, givenName: true, familyName: true, role: true, jobTitle: true },
} as const

/** What is read of a meeting to say who will be there. */
export const PEOPLE = {
  pupil: { select: { givenName: true, preferredName: true } },
  ledBy: PERSON,
  attendees: { select: { contactId: true, membership: PERSON }, orderBy: { id: 'asc' as const } },
  arrangement: true,
} as const

type Person = {
  id: string
  title: string | null
  givenName: string
  familyName: string
  role: string
  jobTitle: string | null
}

type Row = {
  ledBy: Person | null
  attendees: { contactId: string | null; membership: Person | null }[]
  arrangement: { pupilInvited: boolean; others: string[] } | null
}

const coming = (person: Person, leads = false): Coming => {
  const { title, givenName, familyName, jobTitle } = person
  const role = person.role as Role
  return {
    name: [title ?? givenName, familyName].join(' '),
    role: [
      jobTitle ?? roleWords(role),
      `who ${leads ? 'leads the meeting and ' : ''}${dutyWords(role)}`,
    ].join(', '),
  }
}

/**
 * Who will be there and what each does: who leads, staff, a parent who is asked to the same meeting, others, the child
 * (P75, P81). The parent it is said to is left out; one who is shut out is never named.
 */
export function peopleOf(
  { ledBy, attendees, arrangement }: Row,
  family: readonly FamilyContact[],
  { childName, without, today }: { childName: string; without: string | null; today: IsoDate },
): Coming[] {
  const staff = attendees.flatMap(({ membership }) =>
    membership && membership.id !== ledBy?.id ? [membership] : [],
  )
  const asked = new Set(attendees.flatMap(({ contactId }) => contactId ?? []))
  const parents = family.filter(
    (tie) => asked.has(tie.contactId) && tie.contactId !== without && isEntitled(tie, today),
  )
  return [
    ...(ledBy ? [coming(ledBy, true)] : []),
    ...staff.map((person) => coming(person)),
    ...parents.map(({ name, relationship }) => ({ name, role: relationship.toLowerCase() })),
    ...(arrangement?.others ?? []).map(nameAndRole),
    ...(arrangement?.pupilInvited ? [{ name: childName, role: 'for all of it or a part' }] : []),
  ]
}

/** "Dr Priya Rao, educational psychologist" in its two parts. */
const nameAndRole = (line: string): Coming => {
  const [name = line, ...role] = line.split(',')
  return { name: name.trim(), role: role.join(',').trim() || 'guest' }
}

/** Who will be at a meeting, for its page at school or for one parent, who is left out themselves; two statements. */
export async function peopleAt(
  tx: SchoolTx,
  { pupilId, meetingId, without = null }: { pupilId: string; meetingId: string; without?: string | null },
  today: IsoDate,
): Promise<Coming[]> {
  const row = await tx.parentMeeting.findFirst({ where: { id: meetingId, pupilId }, select: PEOPLE })
  if (!row) return []
  const childName = row.pupil.preferredName ?? row.pupil.givenName
  return peopleOf(row, await familyOf(tx, pupilId), { childName, without, today })
}
