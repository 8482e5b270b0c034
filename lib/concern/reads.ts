import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { withStandardYearsBack } from '@/lib/calendar/standard-year'
import { isRestrictedOn } from '@/lib/contact/rules'
import type { Actor } from '@/lib/platform/actor'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { ConcernLine } from './line.rules'
import { concernPolicy } from './policy'
import { type ConcernDecision, concernWait, type RaisedBy, type Sign } from './rules'

const name = { select: { givenName: true, familyName: true } } as const

const COLUMNS = {
  id: true,
  version: true,
  raisedBy: true,
  raisedOn: true,
  words: true,
  signs: true,
  decision: true,
  answer: true,
  answeredOn: true,
  contactId: true,
  pupil: { select: { givenName: true, preferredName: true } },
  contact: { select: { title: true, fullName: true } },
  writtenBy: name,
  decidedBy: name,
} as const

const rowsOf = (tx: SchoolTx, where: { pupilId: string; id?: string }) =>
  tx.concern.findMany({ where, select: COLUMNS, orderBy: [{ raisedOn: 'desc' }, { id: 'desc' }] })

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

function whose(row: Row): string {
  if (row.raisedBy === 'parent')
    return [row.contact?.title, row.contact?.fullName ?? 'A parent'].filter(Boolean).join(' ')
  return row.raisedBy === 'pupil' ? (row.pupil.preferredName ?? row.pupil.givenName) : nameOf(row.writtenBy)
}

function lineOf(row: Row, today: IsoDate, calendar: SchoolCalendar): ConcernLine {
  const raisedBy = row.raisedBy as RaisedBy
  const raisedOn = fromDateColumn(row.raisedOn)
  const answeredOn = fromDateColumnOrNull(row.answeredOn)
  return {
    id: row.id,
    version: row.version,
    raisedBy,
    from: whose(row),
    raisedOn,
    words: row.words,
    signs: row.signs as Sign[],
    writtenBy: nameOf(row.writtenBy),
    decision: row.decision as ConcernDecision | null,
    answer: row.answer,
    answeredOn,
    decidedBy: row.decidedBy && nameOf(row.decidedBy),
    wait: concernWait({ raisedBy, raisedOn, answeredOn }, today, calendar),
  }
}

/** A concern of years ago waited in school days too. */
const reachingBack = (calendar: SchoolCalendar, rows: readonly Row[]): SchoolCalendar => {
  const oldest = rows.at(-1)
  return oldest ? withStandardYearsBack(calendar, fromDateColumn(oldest.raisedOn)) : calendar
}

type Asked = { pupilId: string; today: IsoDate; calendar: SchoolCalendar }

/** The concerns about a pupil, newest first, for the staff who work with them. */
export async function concernsOf(
  tx: SchoolTx,
  actor: Actor,
  { pupilId, today, calendar }: Asked,
): Promise<ConcernLine[]> {
  if (!concernPolicy.read(actor, { schoolId: actor.schoolId, pupilId })) return []
  const rows = await rowsOf(tx, { pupilId })
  const reaching = reachingBack(calendar, rows)
  return rows.map((row) => lineOf(row, today, reaching))
}

/** One concern about a pupil; null where it is not there for whoever asks. */
export async function concernOf(
  tx: SchoolTx,
  actor: Actor,
  asked: Asked & { id: string },
): Promise<ConcernLine | null> {
  const { id, pupilId, today, calendar } = asked
  if (!concernPolicy.read(actor, { schoolId: actor.schoolId, pupilId })) return null
  const rows = await rowsOf(tx, { pupilId, id })
  return rows[0] ? lineOf(rows[0], today, reachingBack(calendar, rows)) : null
}

/** The parents whose concern staff may write down: those who are not restricted today. */
export async function parentsToHear(
  tx: SchoolTx,
  pupilId: string,
  today: IsoDate,
): Promise<{ id: string; name: string }[]> {
  const rows = await tx.pupilContact.findMany({
    where: { pupilId },
    select: {
      contactId: true,
      relationship: true,
      restrictedFrom: true,
      restrictedUntil: true,
      contact: { select: { fullName: true } },
    },
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
  })
  return rows
    .filter((row) => {
      const restrictedFrom = fromDateColumnOrNull(row.restrictedFrom)
      return !isRestrictedOn(
        { restrictedFrom, restrictedUntil: fromDateColumnOrNull(row.restrictedUntil) },
        today,
      )
    })
    .map(({ contactId, contact, relationship }) => ({
      id: contactId,
      name: `${contact.fullName}, ${relationship.toLowerCase()}`,
    }))
}
