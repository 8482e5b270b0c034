import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { onRegisterSince } from '@/lib/cycle/due.rules'
import type { NotifiableContact, Notification } from '@/lib/parent-notification/rules'
import type { SchoolTx } from '@/lib/platform/db'
import type { RegisterLine } from '@/lib/sen-register/rules'
import type { StatusKind } from '@/lib/sen-status/rules'
import type { ToldPupil } from './family.words'
import type { TodayPupil } from './pupil.words'

type PupilRow = {
  pupil_id: string
  name: string
  responsible: string | null
  number: number | null
  last_review_on: IsoDate | null
  statuses: { from: IsoDate; until: IsoDate | null }[]
}

/** The pupils who are on the register today, with who answers for each plan and when the last review was; one statement. */
export async function todayPupils(
  tx: SchoolTx,
  lines: readonly RegisterLine[],
  today: IsoDate,
): Promise<TodayPupil[]> {
  const rows = await tx.$queryRaw<PupilRow[]>`
    SELECT p.id AS pupil_id, concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name,
      NULLIF(concat_ws(' ', m.given_name, m.family_name), '') AS responsible, c.number,
      ended.last_review_on::text,
      (SELECT json_agg(json_build_object('from', s.from_on, 'until', s.until_on)) FROM sen_statuses s
         WHERE s.school_id = p.school_id AND s.pupil_id = p.id) AS statuses
    FROM pupils p
    LEFT JOIN cycles c ON c.school_id = p.school_id AND c.pupil_id = p.id AND c.stage <> 'closed'
    LEFT JOIN memberships m ON m.school_id = c.school_id AND m.id = c.responsible_id
    -- Every pupil's at once: asked of each of them apart, it would be the dearest part of the page.
    LEFT JOIN (SELECT x.pupil_id, max(COALESCE(r.held_on, x.closed_on)) AS last_review_on
      FROM cycles x LEFT JOIN reviews r ON r.school_id = x.school_id AND r.cycle_id = x.id
      WHERE x.stage = 'closed' GROUP BY x.pupil_id) ended ON ended.pupil_id = p.id
    WHERE EXISTS (SELECT FROM sen_statuses s WHERE s.school_id = p.school_id AND s.pupil_id = p.id
      AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date))`
  const more = new Map(rows.map((row) => [row.pupil_id, row]))
  return lines.flatMap((line) => {
    const row = more.get(line.pupilId)
    if (!row || (line.status !== 'sen-support' && line.status !== 'ehc-plan')) return []
    return [
      {
        ...line,
        name: row.name,
        responsible: row.responsible,
        cycleNumber: row.number,
        lastReviewOn: row.last_review_on,
        onRegisterSince: onRegisterSince(row.statuses, today),
      },
    ]
  })
}

type ToldRow = {
  pupil_id: string
  name: string
  date_of_birth: IsoDate
  class_name: string | null
  status_id: string
  status: StatusKind
  status_from: IsoDate
  contacts: NotifiableContact[] | null
  told: Notification[] | null
}

/**
 * The pupils on SEN support of whom somebody may not have been told: those with a contact to whom nothing of this time
 * on the register was said, with nobody on record, or old enough to be told themselves. The rule then decides
 * (R01, R02; 6.43, section 68). One statement.
 */
export async function perhapsNotTold(
  tx: SchoolTx,
  today: IsoDate,
): Promise<Pick<ToldPupil, 'pupilId' | 'className' | 'pupil' | 'status' | 'contacts' | 'notifications'>[]> {
  const rows = await tx.$queryRaw<ToldRow[]>`
    SELECT p.id AS pupil_id, concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name, p.date_of_birth::text,
      k.name AS class_name, s.id AS status_id, s.status, s.from_on::text AS status_from, near.contacts, said.told
    FROM sen_statuses s
    JOIN pupils p ON p.school_id = s.school_id AND p.id = s.pupil_id
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('contactId', t.contact_id, 'name', concat_ws(' ', c.title, c.full_name),
        'relationship', t.relationship, 'hasParentalResponsibility', t.has_parental_responsibility, 'caresForPupil', t.cares_for_pupil,
        'restrictedFrom', t.restricted_from, 'restrictedUntil', t.restricted_until) ORDER BY t.priority, t.id) AS contacts,
        bool_or(NOT EXISTS (SELECT FROM parent_notifications n WHERE n.school_id = t.school_id AND n.pupil_id = t.pupil_id AND n.contact_id = t.contact_id AND n.sen_status_id = s.id)) AS open
      FROM pupil_contacts t JOIN contacts c ON c.school_id = t.school_id AND c.id = t.contact_id
      WHERE t.school_id = p.school_id AND t.pupil_id = p.id) near ON true
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('senStatusId', n.sen_status_id, 'contactId', n.contact_id, 'method', n.method, 'toldOn', n.told_on)) AS told
      FROM parent_notifications n WHERE n.school_id = s.school_id AND n.pupil_id = s.pupil_id AND n.sen_status_id = s.id) said ON true
    WHERE s.status = 'sen-support' AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)
      AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
      AND (COALESCE(near.open, true) OR p.date_of_birth <= ${today}::date - interval '15 years')
    ORDER BY p.family_name, p.given_name, p.id`
  return rows.map((row) => ({
    pupilId: row.pupil_id,
    className: row.class_name,
    pupil: { name: row.name, dateOfBirth: row.date_of_birth },
    status: { id: row.status_id, kind: row.status, from: row.status_from },
    contacts: row.contacts ?? [],
    notifications: row.told ?? [],
  }))
}
