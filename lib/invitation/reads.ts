import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { type FamilyTie, isEntitled } from '@/lib/parent-meeting/family.rules'
import type { ParentMeetingFormat, ParentMeetingStatus } from '@/lib/parent-meeting/counting.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import type { MeetingPurpose } from '@/lib/parent-meeting/record.rules'
import type { FamilyContact } from '@/lib/parent-meeting/people.rules'
import { roleWords } from '@/lib/person/words'
import type { Role } from '@/lib/platform/actor'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Coming, LetterFacts } from './letter.words'
import type { Answer } from './rules'

const PERSON = {
  select: { id: true, title: true, givenName: true, familyName: true, role: true, jobTitle: true },
}

const COLUMNS = {
  id: true,
  contactId: true,
  meetingId: true,
  pupilId: true,
  schoolId: true,
  expiresAt: true,
  sequence: true,
  answer: true,
  version: true,
  contact: { select: { title: true, fullName: true, email: true } },
  meeting: {
    select: {
      status: true,
      heldOn: true,
      at: true,
      format: true,
      place: true,
      purpose: true,
      plannedMinutes: true,
      pupil: { select: { givenName: true, preferredName: true } },
      ledBy: PERSON,
      attendees: { select: { contactId: true, membership: PERSON }, orderBy: { id: 'asc' as const } },
      arrangement: true,
    },
  },
} as const

type Person = {
  id: string
  title: string | null
  givenName: string
  familyName: string
  role: string
  jobTitle: string | null
}

const coming = ({ title, givenName, familyName, role, jobTitle }: Person): Coming => ({
  name: [title ?? givenName, familyName].join(' '),
  role: jobTitle ?? roleWords(role as Role),
})

/** One invitation with its meeting, as letters, links and calendars need it. */
export type Invitation = {
  readonly id: string
  readonly schoolId: string
  readonly pupilId: string
  readonly meetingId: string
  readonly contactId: string
  readonly version: number
  readonly sequence: number
  readonly expiresAt: Date
  readonly answer: Answer | null
  readonly status: ParentMeetingStatus
  readonly email: string | null
  readonly tie: FamilyTie | null
  readonly facts: Omit<LetterFacts, 'answerUrl'>
}

/** An invitation as it is now, or nothing where whoever asks may not know of it; a fixed number of statements. */
export async function findInvitation(
  tx: SchoolTx,
  where: { id: string } | { meetingId: string; contactId: string },
  now: Date,
): Promise<Invitation | null> {
  const row = await tx.meetingInvitation.findFirst({ where, select: COLUMNS })
  if (!row) return null
  const family = await familyOf(tx, row.pupilId)
  const { name: schoolName, officePhone } = await tx.school.findUniqueOrThrow({
    where: { id: row.schoolId },
    select: { name: true, officePhone: true },
  })
  const { meeting, contact } = row
  const called = meeting.pupil.preferredName ?? meeting.pupil.givenName
  const { arrangement } = meeting
  return {
    id: row.id,
    schoolId: row.schoolId,
    pupilId: row.pupilId,
    meetingId: row.meetingId,
    contactId: row.contactId,
    version: row.version,
    sequence: row.sequence,
    expiresAt: row.expiresAt,
    answer: row.answer as Answer | null,
    status: meeting.status as ParentMeetingStatus,
    email: contact.email,
    tie: family.find(({ contactId }) => contactId === row.contactId) ?? null,
    facts: {
      schoolName,
      officePhone,
      parentName: [contact.title, contact.fullName].filter(Boolean).join(' '),
      givenName: called,
      on: fromDateColumn(meeting.heldOn),
      at: meeting.at,
      minutes: meeting.plannedMinutes,
      format: meeting.format as ParentMeetingFormat,
      place: meeting.place,
      purpose: meeting.purpose as MeetingPurpose,
      people: peopleOf(row, family, called, schoolDay(now)),
      noteTaker: arrangement?.noteTaker ?? null,
      joinBy: arrangement?.joinBy ?? null,
      papers: arrangement?.papers ?? null,
      interpreter: arrangement?.interpreter ?? null,
      accessNeeds: arrangement?.accessNeeds ?? null,
    },
  }
}

type Row = {
  contactId: string
  meeting: {
    ledBy: Person | null
    attendees: { contactId: string | null; membership: Person | null }[]
    arrangement: { pupilInvited: boolean; others: string[] } | null
  }
}

/** Who will be there with their roles: who leads, staff, others, the child, and a parent who is asked to the same meeting (P75, P81). */
function peopleOf(
  { contactId, meeting }: Row,
  family: readonly FamilyContact[],
  childName: string,
  today: IsoDate,
): Coming[] {
  const { ledBy, attendees, arrangement } = meeting
  const staff = attendees.flatMap(({ membership }) =>
    membership && membership.id !== ledBy?.id ? [membership] : [],
  )
  const asked = new Set(attendees.flatMap((attendee) => attendee.contactId ?? []))
  const parents = family.filter(
    (tie) => asked.has(tie.contactId) && tie.contactId !== contactId && isEntitled(tie, today),
  )
  return [
    ...(ledBy ? [{ ...coming(ledBy), role: `${coming(ledBy).role}, who leads the meeting` }] : []),
    ...staff.map(coming),
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
