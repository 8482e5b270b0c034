import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { ROLES, type Role } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import type { MeetingStaff } from './people.rules'

type StaffMember = MeetingStaff & { role: Role }

type Row = { id: string; person_id: string; name: string; role: Role; knows_pupil: boolean }

/**
 * Everyone who worked here on a day, those who teach or support the pupil first: once each, by the strongest of
 * their roles, or by the one a meeting already names. One statement.
 */
export async function meetingStaff(
  tx: SchoolTx,
  pupilId: string,
  on: IsoDate,
  named: readonly string[] = [],
): Promise<StaffMember[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m.id::text, m.person_id::text, concat_ws(' ', m.given_name, m.family_name) AS name, m.role,
      EXISTS (SELECT FROM class_staff s JOIN pupils p ON p.school_id = s.school_id AND p.class_id = s.class_id
        WHERE s.school_id = m.school_id AND s.membership_id = m.id AND p.id = ${pupilId}::uuid
          AND s.from_on <= ${on}::date AND (s.until_on IS NULL OR s.until_on >= ${on}::date))
      OR EXISTS (SELECT FROM pupil_staff s WHERE s.school_id = m.school_id AND s.membership_id = m.id AND s.pupil_id = ${pupilId}::uuid
          AND s.from_on <= ${on}::date AND (s.until_on IS NULL OR s.until_on >= ${on}::date))
      OR EXISTS (SELECT FROM cycles c WHERE c.school_id = m.school_id AND c.responsible_id = m.id AND c.pupil_id = ${pupilId}::uuid
          AND c.stage <> 'closed') AS knows_pupil
    FROM memberships m
    WHERE m.role IN ('senco', 'headteacher', 'class-teacher', 'teaching-assistant')
      AND (m.id = ANY (${[...named]}::uuid[]) OR (m.from_on <= ${on}::date AND (m.until_on IS NULL OR m.until_on >= ${on}::date)))
    ORDER BY m.family_name, m.given_name, m.id`
  const rank = ({ id, role }: Row) => (named.includes(id) ? -1 : ROLES.indexOf(role))
  const once = new Map<string, Row>()
  for (const row of rows) {
    const before = once.get(row.person_id)
    if (!before || rank(row) < rank(before)) once.set(row.person_id, row)
  }
  return [...once.values()]
    .map(({ id, name, role, knows_pupil: knowsPupil }) => ({ id, name, role, knowsPupil }))
    .sort((a, b) => order(a) - order(b))
}

const order = ({ role, knowsPupil }: StaffMember) =>
  knowsPupil ? 0 : role === 'senco' || role === 'headteacher' ? 1 : 2
