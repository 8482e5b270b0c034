import 'server-only'
import { schoolDay } from '@/lib/calendar/iso-date'
import { type FamilyTie, isEntitled } from '@/lib/parent-meeting/family.rules'
import type { ParentMeetingFormat, ParentMeetingStatus } from '@/lib/parent-meeting/counting.rules'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import { listed } from '@/lib/parent-meeting/line.words'
import type { MeetingPurpose } from '@/lib/parent-meeting/record.rules'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { LetterFacts } from './letter.words'
import { PEOPLE, peopleOf } from './people.reads'
import type { Answer } from './rules'
import { prepareUrl } from './token'

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
  prepareHash: true,
  contact: { select: { title: true, fullName: true, email: true } },
  meeting: {
    select: {
      status: true,
      sittingId: true,
      heldOn: true,
      at: true,
      format: true,
      place: true,
      purpose: true,
      plannedMinutes: true,
      ...PEOPLE,
    },
  },
} as const

/** The same parent's invitation to the meeting of a sibling who is met in the same appointment. */
export type Sibling = {
  readonly id: string
  readonly pupilId: string
  readonly meetingId: string
  readonly answer: Answer | null
  readonly givenName: string
}

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
  /** What this child is called, without the siblings. */
  readonly called: string
  /** Answered together with it: the siblings' parts of the appointment, those this parent may be met about. */
  readonly siblings: readonly Sibling[]
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
  const today = schoolDay(now)
  const family = await familyOf(tx, row.pupilId)
  const { name: schoolName, officePhone } = await tx.school.findUniqueOrThrow({
    where: { id: row.schoolId },
    select: { name: true, officePhone: true },
  })
  const { meeting, contact } = row
  const siblings = await siblingsIn(tx, { ...row, ...meeting }, now)
  const called = meeting.pupil.preferredName ?? meeting.pupil.givenName
  const childName = listed([called, ...siblings.map(({ givenName }) => givenName)])
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
    called,
    siblings,
    facts: {
      schoolName,
      officePhone,
      parentName: [contact.title, contact.fullName].filter(Boolean).join(' '),
      givenName: childName,
      isSeveral: siblings.length > 0,
      on: fromDateColumn(meeting.heldOn),
      at: meeting.at,
      minutes: meeting.plannedMinutes,
      format: meeting.format as ParentMeetingFormat,
      place: meeting.place,
      purpose: meeting.purpose as MeetingPurpose,
      people: peopleOf(meeting, family, { childName, without: row.contactId, today }),
      noteTaker: arrangement?.noteTaker ?? null,
      joinBy: arrangement?.joinBy ?? null,
      papers: arrangement?.papers ?? null,
      papersSentOn: fromDateColumnOrNull(arrangement?.papersSentOn ?? null),
      interpreter: arrangement?.interpreter ?? null,
      accessNeeds: arrangement?.accessNeeds ?? null,
      prepareUrl: row.prepareHash === null ? null : prepareUrl(row.id),
    },
  }
}

type Own = { id: string; contactId: string; sittingId: string | null; status: string; heldOn: Date }

// A parent of one sibling may be shut out from the other: then nothing of that one is said to them.
async function siblingsIn(tx: SchoolTx, own: Own, now: Date): Promise<Sibling[]> {
  if (own.sittingId === null) return []
  const rows = await tx.meetingInvitation.findMany({
    where: {
      contactId: own.contactId,
      id: { not: own.id },
      meeting: { sittingId: own.sittingId, status: own.status },
    },
    select: {
      id: true,
      pupilId: true,
      meetingId: true,
      answer: true,
      meeting: { select: { pupil: PEOPLE.pupil } },
    },
    orderBy: { id: 'asc' },
  })
  const ties = await tx.pupilContact.findMany({
    where: { contactId: own.contactId, pupilId: { in: rows.map(({ pupilId }) => pupilId) } },
  })
  const days = [schoolDay(now), fromDateColumn(own.heldOn)]
  return rows.flatMap(({ meeting, answer, ...row }) => {
    const tie = ties.find(({ pupilId }) => pupilId === row.pupilId)
    const mayKnow =
      tie &&
      days.every((day) =>
        isEntitled(
          {
            ...tie,
            restrictedFrom: fromDateColumnOrNull(tie.restrictedFrom),
            restrictedUntil: fromDateColumnOrNull(tie.restrictedUntil),
          },
          day,
        ),
      )
    const givenName = meeting.pupil.preferredName ?? meeting.pupil.givenName
    return mayKnow ? [{ ...row, answer: answer as Answer | null, givenName }] : []
  })
}
