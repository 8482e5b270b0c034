import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { type Part, part, readPart, sql } from '@/lib/platform/gather'
import type { ContactToTell, ResponsibleChange, ResponsibleNotice } from './told.rules'

type Row = {
  pupil_id: string
  name: string
  date_of_birth: IsoDate
  class_name: string | null
  version_id: string
  applies_from: IsoDate
  published_on: IsoDate
  responsible: string | null
  contacts: ContactToTell[] | null
  notices: ResponsibleNotice[] | null
}

/**
 * The plans in force of the pupils this person may see, or of one, for whose support another person answers than the
 * version before said: who it is since when, and which parents know (P31). One statement; a plan that never changed is
 * not looked into.
 */
export const responsibleChangesPart = (pupilId: string | null): Part<ResponsibleChange[]> =>
  part<Row, ResponsibleChange[]>(
    sql`
    WITH versions AS (
      SELECT v.school_id, v.pupil_id, v.cycle_id, v.id, v.number, v.applies_from, v.published_at,
        v.content -> 'responsible' ->> 'membershipId' AS who, v.content -> 'responsible' ->> 'name' AS responsible,
        lag(v.content -> 'responsible' ->> 'membershipId') OVER (PARTITION BY v.cycle_id ORDER BY v.number) AS who_before
      FROM plan_versions v
      JOIN cycles c ON c.school_id = v.school_id AND c.id = v.cycle_id AND c.stage IN ('do', 'review')
      WHERE (${pupilId}::uuid IS NULL OR v.pupil_id = ${pupilId}::uuid)
        AND EXISTS (SELECT FROM plan_versions n WHERE n.school_id = v.school_id AND n.pupil_id = v.pupil_id AND n.cycle_id = v.cycle_id AND n.number = 2)
    ), changed AS (
      SELECT DISTINCT ON (cycle_id) * FROM versions WHERE number > 1 AND who IS DISTINCT FROM who_before ORDER BY cycle_id, number DESC
    )
    SELECT v.pupil_id::text, concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name, p.date_of_birth::text,
      k.name AS class_name, v.id::text AS version_id, v.applies_from::text,
      (v.published_at AT TIME ZONE 'Europe/London')::date::text AS published_on, v.responsible,
      (SELECT json_agg(json_build_object('contactId', t.contact_id, 'name', concat_ws(' ', c.title, c.full_name),
          'relationship', t.relationship, 'hasParentalResponsibility', t.has_parental_responsibility, 'caresForPupil', t.cares_for_pupil,
          'restrictedFrom', t.restricted_from, 'restrictedUntil', t.restricted_until,
          'hasLooked', c.membership_id IS NOT NULL AND app.looked_since(v.pupil_id, c.membership_id, v.published_at)) ORDER BY t.priority, t.id)
         FROM pupil_contacts t JOIN contacts c ON c.school_id = t.school_id AND c.id = t.contact_id
         WHERE t.school_id = v.school_id AND t.pupil_id = v.pupil_id) AS contacts,
      (SELECT json_agg(json_build_object('contactId', n.contact_id, 'method', n.method, 'toldOn', n.told_on) ORDER BY n.id)
         FROM responsible_notices n WHERE n.school_id = v.school_id AND n.version_id = v.id) AS notices
    FROM changed v
    JOIN pupils p ON p.school_id = v.school_id AND p.id = v.pupil_id
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    ORDER BY p.family_name, p.given_name, p.id`,
    (rows) =>
      rows.map((row) => ({
        pupilId: row.pupil_id,
        className: row.class_name,
        pupil: { name: row.name, dateOfBirth: row.date_of_birth },
        versionId: row.version_id,
        from: row.applies_from,
        publishedOn: row.published_on,
        responsible: row.responsible,
        contacts: row.contacts ?? [],
        notices: row.notices ?? [],
      })),
  )

/** The same by itself. */
export const responsibleChanges = (tx: SchoolTx, pupilId: string | null): Promise<ResponsibleChange[]> =>
  readPart(tx, responsibleChangesPart(pupilId))
