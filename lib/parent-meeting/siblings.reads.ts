import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'

/** A brother or sister at this school, as the form that arranges offers them. */
export type Sibling = { id: string; name: string; className: string | null }

/**
 * Brothers and sisters of a pupil here, eldest first: those who share a parent or carer who may be met about both. A social
 * worker looks after many families, so makes no siblings. One statement.
 */
export const siblingsOf = (tx: SchoolTx, pupilId: string, today: IsoDate): Promise<Sibling[]> =>
  tx.$queryRaw<Sibling[]>`
    SELECT p.id::text, concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name, k.name AS "className"
    FROM pupils p LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    WHERE p.id <> ${pupilId}::uuid AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
      AND EXISTS (SELECT FROM pupil_contacts own
        JOIN pupil_contacts theirs ON theirs.school_id = own.school_id AND theirs.contact_id = own.contact_id AND theirs.pupil_id = p.id
        WHERE own.school_id = p.school_id AND own.pupil_id = ${pupilId}::uuid
          AND (own.has_parental_responsibility OR own.cares_for_pupil)
          AND (theirs.has_parental_responsibility OR theirs.cares_for_pupil)
          AND own.relationship <> 'Social worker' AND theirs.relationship <> 'Social worker'
          AND NOT (own.restricted_from IS NOT NULL AND own.restricted_from <= ${today}::date
            AND (own.restricted_until IS NULL OR own.restricted_until >= ${today}::date))
          AND NOT (theirs.restricted_from IS NOT NULL AND theirs.restricted_from <= ${today}::date
            AND (theirs.restricted_until IS NULL OR theirs.restricted_until >= ${today}::date)))
    ORDER BY p.date_of_birth, p.id`
