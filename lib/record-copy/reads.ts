import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { familyOf } from '@/lib/parent-meeting/lines.reads'
import type { FamilyContact } from '@/lib/parent-meeting/people.rules'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'

/** One parent's copy that went, or goes, by email with a link. */
export type LinkedCopy = {
  id: string
  pupilId: string
  meetingId: string
  number: number
  expiresAt: Date | null
  tie: FamilyContact | null
  parentName: string
  email: string | null
  givenName: string
  dateOfBirth: IsoDate
  on: IsoDate
  school: { name: string; officePhone: string | null }
}

/** The copy a link or a letter is about; three statements. */
export async function findLinkedCopy(tx: SchoolTx, id: string): Promise<LinkedCopy | null> {
  const row = await tx.meetingRecordDelivery.findFirst({
    where: { id, method: 'link' },
    select: {
      id: true,
      schoolId: true,
      pupilId: true,
      meetingId: true,
      contactId: true,
      number: true,
      expiresAt: true,
      contact: { select: { title: true, fullName: true, email: true } },
      meeting: {
        select: {
          heldOn: true,
          pupil: { select: { givenName: true, preferredName: true, dateOfBirth: true } },
        },
      },
    },
  })
  if (!row) return null
  const family = await familyOf(tx, row.pupilId)
  const school = await tx.school.findUniqueOrThrow({
    where: { id: row.schoolId },
    select: { name: true, officePhone: true },
  })
  const { contact, meeting } = row
  return {
    id: row.id,
    pupilId: row.pupilId,
    meetingId: row.meetingId,
    number: row.number,
    expiresAt: row.expiresAt,
    tie: family.find(({ contactId }) => contactId === row.contactId) ?? null,
    parentName: [contact.title, contact.fullName].filter(Boolean).join(' '),
    email: contact.email,
    givenName: meeting.pupil.preferredName ?? meeting.pupil.givenName,
    dateOfBirth: fromDateColumn(meeting.pupil.dateOfBirth),
    on: fromDateColumn(meeting.heldOn),
    school,
  }
}
