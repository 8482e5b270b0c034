import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { fromDateColumn, toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import type { OpenQuestion, QuestionDue } from './rules'

/** What is still to be found out about a pupil, the soonest first, and then what was found. */
export const questionsPart = (pupilId: string): Part<OpenQuestion[]> =>
  rowsPart<OpenQuestion>(sql`
    SELECT q.id, q.version, q.what, q.owner_id AS "ownerId", concat_ws(' ', o.given_name, o.family_name) AS owner,
      concat_ws(' ', a.given_name, a.family_name) AS "askedBy", (q.asked_at AT TIME ZONE 'Europe/London')::date AS "askedOn",
      q.due_on AS "dueOn", q.found, q.found_on AS "foundOn"
    FROM open_questions q
    LEFT JOIN memberships o ON o.school_id = q.school_id AND o.id = q.owner_id
    LEFT JOIN memberships a ON a.school_id = q.school_id AND a.id = q.asked_by_id
    WHERE q.pupil_id = ${pupilId}::uuid ORDER BY q.found_on DESC NULLS FIRST, q.due_on, q.id`)

/** The same by itself. */
export const questionsOf = (tx: SchoolTx, pupilId: string): Promise<OpenQuestion[]> =>
  readPart(tx, questionsPart(pupilId))

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
