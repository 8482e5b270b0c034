import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, readPart, sql } from '@/lib/platform/gather'
import { lackingTraining, type TrainedGiving, type TrainedPerson } from './rules'

/** Every teacher, assistant and leader who works here on this day, with the trainings they hold. One statement. */
export function trainedPeople(tx: SchoolTx, today: IsoDate): Promise<TrainedPerson[]> {
  return tx.$queryRaw<TrainedPerson[]>`
    SELECT m.id::text AS "membershipId", concat_ws(' ', m.given_name, m.family_name) AS name, m.role,
      COALESCE((SELECT json_agg(json_build_object('id', t.id, 'version', t.version, 'training', t.training, 'heldOn', t.held_on, 'untilOn', t.until_on)
          ORDER BY t.held_on DESC, t.id)
        FROM staff_trainings t WHERE t.school_id = m.school_id AND t.membership_id = m.id), '[]') AS trainings
    FROM memberships m
    WHERE m.role IN ('class-teacher', 'teaching-assistant', 'senco', 'headteacher')
      AND m.from_on <= ${today}::date AND (m.until_on IS NULL OR m.until_on >= ${today}::date)
    ORDER BY m.family_name, m.given_name, m.id`
}

/**
 * Who gives a provision without the training its catalogue entry asks for, in every plan in force or in one cycle; for
 * those who lead the school, who alone see what training staff hold (R11). One statement.
 */
export const lackingPart = (cycleId: string | null, today: IsoDate): Part<TrainedGiving[]> =>
  part<TrainedGiving, TrainedGiving[]>(
    sql`
    SELECT v.pupil_id::text AS "pupilId", concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS "pupilName",
      k.name AS "className", v.cycle_id::text AS "cycleId", v.id::text AS "provisionId", v.what, e.training AS needed,
      m.id::text AS "membershipId", concat_ws(' ', m.given_name, m.family_name) AS name,
      COALESCE((SELECT json_agg(json_build_object('training', t.training, 'heldOn', t.held_on, 'untilOn', t.until_on))
        FROM staff_trainings t WHERE t.school_id = m.school_id AND t.membership_id = m.id), '[]') AS trainings
    FROM provisions v
    JOIN catalogue_entries e ON e.school_id = v.school_id AND e.id = v.catalogue_entry_id AND e.training IS NOT NULL
    JOIN cycles c ON c.school_id = v.school_id AND c.id = v.cycle_id
    JOIN pupils p ON p.school_id = v.school_id AND p.id = v.pupil_id AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    JOIN memberships m ON m.school_id = v.school_id AND (m.id = v.delivered_by_id OR m.id = ANY (v.also_given_by))
    WHERE v.removed_at IS NULL AND (v.until_on IS NULL OR v.until_on >= ${today}::date)
      AND ${cycleId === null ? sql`c.stage IN ('do', 'review')` : sql`v.cycle_id = ${cycleId}::uuid`}
    ORDER BY m.family_name, m.given_name, m.id, p.family_name, p.given_name, v.id`,
    (rows) => lackingTraining(rows, today),
  )

/** The same by itself. */
export const lackingNow = (tx: SchoolTx, cycleId: string | null, today: IsoDate): Promise<TrainedGiving[]> =>
  readPart(tx, lackingPart(cycleId, today))
