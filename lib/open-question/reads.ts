import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { OpenQuestion, QuestionDue } from './rules'

const name = { select: { givenName: true, familyName: true } } as const

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/** What is still to be found out about a pupil, the soonest first, and then what was found. */
export async function questionsOf(tx: SchoolTx, pupilId: string): Promise<OpenQuestion[]> {
  const rows = await tx.openQuestion.findMany({
    where: { pupilId },
    include: { owner: name, askedBy: name },
    orderBy: [{ foundOn: { sort: 'desc', nulls: 'first' } }, { dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    what: row.what,
    ownerId: row.ownerId,
    owner: nameOf(row.owner),
    askedBy: nameOf(row.askedBy),
    askedOn: schoolDay(row.askedAt),
    dueOn: fromDateColumn(row.dueOn),
    found: row.found,
    foundOn: fromDateColumnOrNull(row.foundOn),
  }))
}

/** The questions this person was to find out by now (P19). */
export async function questionsDue(tx: SchoolTx, ownerId: string, today: IsoDate): Promise<QuestionDue[]> {
  const rows = await tx.openQuestion.findMany({
    where: {
      ownerId,
      found: null,
      dueOn: { lte: toDateColumn(today) },
      pupil: { OR: [{ onRollUntil: null }, { onRollUntil: { gte: toDateColumn(today) } }] },
    },
    select: {
      id: true,
      pupilId: true,
      what: true,
      dueOn: true,
      pupil: {
        select: {
          givenName: true,
          preferredName: true,
          familyName: true,
          schoolClass: { select: { name: true } },
        },
      },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ pupil, dueOn, ...row }) => ({
    ...row,
    pupilName: `${pupil.preferredName ?? pupil.givenName} ${pupil.familyName}`,
    className: pupil.schoolClass?.name ?? null,
    dueOn: fromDateColumn(dueOn),
  }))
}

/** Someone who may be asked to find something out. */
export type Finder = { id: string; name: string }

/** Those who may be asked to find something out: who works with the pupil, and those who lead the school; one statement. */
export function finders(tx: SchoolTx, pupilId: string, today: IsoDate): Promise<Finder[]> {
  return tx.$queryRaw<Finder[]>`
    SELECT m.id::text, concat_ws(' ', m.given_name, m.family_name) AS name FROM memberships m
    WHERE m.from_on <= ${today}::date AND (m.until_on IS NULL OR m.until_on >= ${today}::date)
      AND (m.role IN ('senco', 'headteacher') OR (m.role IN ('class-teacher', 'teaching-assistant') AND (
        EXISTS (SELECT FROM class_staff s JOIN pupils p ON p.school_id = s.school_id AND p.class_id = s.class_id
          WHERE p.id = ${pupilId}::uuid AND s.membership_id = m.id AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date))
        OR EXISTS (SELECT FROM pupil_staff s WHERE s.pupil_id = ${pupilId}::uuid AND s.membership_id = m.id
          AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date))
        OR EXISTS (SELECT FROM cycles c WHERE c.pupil_id = ${pupilId}::uuid AND c.responsible_id = m.id AND c.stage <> 'closed'))))
    ORDER BY m.family_name, m.given_name, m.id`
}
