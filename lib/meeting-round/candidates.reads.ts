import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { isEntitled } from '@/lib/parent-meeting/family.rules'
import type { FamilyContact } from '@/lib/parent-meeting/people.rules'
import type { SchoolTx } from '@/lib/platform/db'
import type { SchoolYearCalendar } from '@/lib/school/reads'
import { registerLines } from '@/lib/sen-register/reads'
import type { Candidate } from './choosing.rules'

/** Every pupil who could be met, by name, with where they stand against 6.65; two statements. */
export async function roundCandidates(
  tx: SchoolTx,
  calendar: SchoolYearCalendar,
  today: IsoDate,
): Promise<(Candidate & { name: string })[]> {
  const lines = await registerLines(tx, calendar, today)
  const booked = await tx.$queryRaw<{ pupilId: string; on: IsoDate }[]>`
    SELECT pupil_id::text AS "pupilId", held_on::text AS "on" FROM parent_meetings
    WHERE status = 'booked' AND held_on >= ${today}::date`
  const bookedOn = new Map<string, IsoDate[]>()
  for (const { pupilId, on } of booked) bookedOn.set(pupilId, [...(bookedOn.get(pupilId) ?? []), on])
  return lines.map(({ pupilId, name, className, yearGroup, status, standing, reviewDue }) => ({
    ...{ pupilId, name, className, yearGroup, reviewDue },
    isOnRegister: status === 'sen-support' || status === 'ehc-plan',
    isBehind: standing.state === 'at-risk' || standing.state === 'not-met',
    needsOne: standing.held < standing.required,
    nextDue: standing.nextDue,
    bookedOn: bookedOn.get(pupilId) ?? [],
  }))
}

/** The teachers of each pupil, whoever is responsible for the plan first, then the class's, then the pupil's own; one statement. */
export async function teachersOf(
  tx: SchoolTx,
  pupilIds: readonly string[],
  today: IsoDate,
): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ pupilId: string; staffId: string }[]>`
    WITH near AS (
      SELECT c.pupil_id, c.responsible_id AS staff_id, 1 AS rank FROM cycles c
      WHERE c.stage <> 'closed' AND c.responsible_id IS NOT NULL
      UNION ALL
      SELECT p.id, s.membership_id, 2 FROM class_staff s JOIN pupils p ON p.school_id = s.school_id AND p.class_id = s.class_id
      WHERE s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)
      UNION ALL
      SELECT s.pupil_id, s.membership_id, 3 FROM pupil_staff s
      WHERE s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)
    )
    SELECT near.pupil_id::text AS "pupilId", near.staff_id::text AS "staffId"
    FROM near JOIN memberships m ON m.id = near.staff_id
    WHERE near.pupil_id = ANY (${[...pupilIds]}::uuid[]) AND m.role IN ('senco', 'headteacher', 'class-teacher')
      AND m.from_on <= ${today}::date AND (m.until_on IS NULL OR m.until_on >= ${today}::date)
    GROUP BY near.pupil_id, near.staff_id ORDER BY near.pupil_id, min(near.rank), near.staff_id`
  const teachers = new Map<string, string[]>()
  for (const { pupilId, staffId } of rows) teachers.set(pupilId, [...(teachers.get(pupilId) ?? []), staffId])
  return teachers
}

/** A parent or carer who is asked to a meeting of a round. */
export type AskedParent = { contactId: string; name: string; hasEmail: boolean }

type ParentRow = FamilyContact & { pupilId: string; hasEmail: boolean }

/** The parents and carers of each pupil who may be asked: nobody who is shut out today or on the last day; one statement. */
export async function parentsOf(
  tx: SchoolTx,
  pupilIds: readonly string[],
  { today, lastOn }: { today: IsoDate; lastOn: IsoDate },
): Promise<Map<string, AskedParent[]>> {
  const rows = await tx.$queryRaw<ParentRow[]>`
    SELECT pc.pupil_id::text AS "pupilId", pc.contact_id::text AS "contactId", c.full_name AS name, pc.relationship,
      c.email IS NOT NULL AS "hasEmail", pc.has_parental_responsibility AS "hasParentalResponsibility",
      pc.cares_for_pupil AS "caresForPupil", pc.restricted_from::text AS "restrictedFrom", pc.restricted_until::text AS "restrictedUntil"
    FROM pupil_contacts pc JOIN contacts c ON c.school_id = pc.school_id AND c.id = pc.contact_id
    WHERE pc.pupil_id = ANY (${[...pupilIds]}::uuid[])
    ORDER BY pc.pupil_id, pc.priority, pc.contact_id`
  const parents = new Map<string, AskedParent[]>()
  for (const { pupilId, contactId, name, hasEmail, ...tie } of rows)
    if (isEntitled(tie, today) && isEntitled(tie, lastOn))
      parents.set(pupilId, [...(parents.get(pupilId) ?? []), { contactId, name, hasEmail }])
  return parents
}
