import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'
import { type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import type { SpecialistLine } from './rules'

/** Every specialist asked about a pupil, the latest first; a parent reads what was shared, which is all of it (6.59). */
export const specialistsPart = (pupilId: string): Part<SpecialistLine[]> =>
  rowsPart<SpecialistLine>(sql`
    SELECT s.id, s.version, s.service, s.person_role AS "personRole", s.asked_for AS "askedFor", s.parents_said AS "parentsSaid", s.agreed,
      s.parents_involved_on AS "parentsInvolvedOn", s.requested_on AS "requestedOn", s.first_seen_on AS "firstSeenOn",
      s.report_received_on AS "reportReceivedOn", s.shared_with_parents_on AS "sharedWithParentsOn", s.shared_with_staff_on AS "sharedWithStaffOn",
      concat_ws(' ', m.given_name, m.family_name) AS "recordedBy"
    FROM specialist_involvements s LEFT JOIN memberships m ON m.school_id = s.school_id AND m.id = s.recorded_by_id
    WHERE s.pupil_id = ${pupilId}::uuid ORDER BY s.requested_on DESC, s.id DESC`)

/** The same by itself. */
export const specialistsOf = (tx: SchoolTx, pupilId: string): Promise<SpecialistLine[]> =>
  readPart(tx, specialistsPart(pupilId))
