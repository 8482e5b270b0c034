import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { roleWords } from '@/lib/person/words'
import type { Role } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { ParentMeetingFormat } from './counting.rules'
import { isEntitled } from './family.rules'
import { familyOf } from './lines.reads'
import type { PupilPart } from './record.rules'
import { type Came, type ReadBack, readBackTo, type RecordContent, type RecordVersion } from './signing.rules'

const NAME = { select: { givenName: true, familyName: true } } as const
const STAFF = { select: { givenName: true, familyName: true, role: true, jobTitle: true } } as const

type Staff = { role: string; jobTitle: string | null }

const workOf = ({ role, jobTitle }: Staff) => jobTitle ?? roleWords(role as Role)

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

type Hours = Pick<Came, 'cameLate' | 'leftEarly'>

/** A meeting's record as it stands now, whole, as it is read back and signed off; nothing where none was written. */
export async function recordContent(tx: SchoolTx, meetingId: string): Promise<RecordContent | null> {
  const meeting = await tx.parentMeeting.findFirst({
    where: { id: meetingId },
    select: {
      pupilId: true,
      heldOn: true,
      format: true,
      actualMinutes: true,
      noteTaker: true,
      pupilPart: true,
      pupilPartNote: true,
      ledBy: STAFF,
      record: true,
      attendees: {
        where: { came: true },
        select: {
          cameLate: true,
          leftEarly: true,
          contact: {
            select: { fullName: true, pupils: { select: { pupilId: true, relationship: true } } },
          },
          membership: STAFF,
        },
        orderBy: { id: 'asc' },
      },
      actions: {
        where: { removedAt: null },
        select: { who: true, what: true, byOn: true },
        orderBy: { position: 'asc' },
      },
    },
  })
  if (!meeting?.record) return null
  const { record, attendees } = meeting
  const cameOf = (name: string, role: string | null, { cameLate, leftEarly }: Hours): Came => ({
    name,
    role,
    cameLate,
    leftEarly,
  })
  const tieOf = ({ pupils }: { pupils: { pupilId: string; relationship: string }[] }) =>
    pupils.find(({ pupilId }) => pupilId === meeting.pupilId)?.relationship.toLowerCase() ?? null
  return {
    on: fromDateColumn(meeting.heldOn),
    format: meeting.format as ParentMeetingFormat,
    minutes: meeting.actualMinutes,
    leader: meeting.ledBy && nameOf(meeting.ledBy),
    leaderRole: meeting.ledBy && workOf(meeting.ledBy),
    noteTaker: meeting.noteTaker,
    parents: attendees.flatMap((person) =>
      person.contact ? cameOf(person.contact.fullName, tieOf(person.contact), person) : [],
    ),
    staff: attendees.flatMap((person) =>
      person.membership ? cameOf(nameOf(person.membership), workOf(person.membership), person) : [],
    ),
    pupilPart: meeting.pupilPart as PupilPart | null,
    pupilPartNote: meeting.pupilPartNote,
    pupilSaid: record.pupilSaid,
    outcomesAgreed: record.outcomesAgreed,
    supportAgreed: record.supportAgreed,
    parentWillDo: record.parentWillDo,
    pupilWillDo: record.pupilWillDo,
    schoolWillDo: record.schoolWillDo,
    aspirations: record.aspirations,
    worries: record.worries,
    atHome: record.atHome,
    nextMeeting: record.nextMeeting,
    actions: meeting.actions.map(({ who, what, byOn }) => ({ who, what, by: fromDateColumnOrNull(byOn) })),
  }
}

/**
 * What was signed off, the newest first. A parent finds the versions of a record that is shared with them and no other:
 * Postgres sees to that.
 */
export async function recordVersions(tx: SchoolTx, meetingId: string): Promise<RecordVersion[]> {
  const rows = await tx.meetingRecordVersion.findMany({
    where: { meetingId },
    select: { number: true, content: true, readBack: true, reason: true, signedOn: true, signedBy: NAME },
    orderBy: { number: 'desc' },
  })
  return rows.map(({ number, content, readBack, reason, signedOn, signedBy }) => ({
    number,
    content: content as unknown as RecordContent,
    readBack: readBack as unknown as ReadBack[],
    reason,
    signedBy: nameOf(signedBy),
    signedOn: fromDateColumn(signedOn),
  }))
}

type Held = {
  pupilId: string
  pupilPart: string | null
  attendees: readonly { contactId: string | null; came: boolean | null }[]
}

/** Those to whom the record of a meeting is read back: who came of the family, but nobody who has been shut out since (P85). */
export async function toReadBackTo(
  tx: SchoolTx,
  meeting: Held,
  today: IsoDate,
): Promise<{ who: string; name: string }[]> {
  const there = meeting.attendees.filter(({ came }) => came).map(({ contactId }) => contactId)
  const family = await familyOf(tx, meeting.pupilId)
  const pupil = await tx.pupil.findFirstOrThrow({
    where: { id: meeting.pupilId },
    select: { givenName: true, preferredName: true },
  })
  return readBackTo({
    came: family.filter((tie) => there.includes(tie.contactId) && isEntitled(tie, today)),
    pupilPart: meeting.pupilPart as PupilPart | null,
    givenName: pupil.preferredName ?? pupil.givenName,
  })
}
