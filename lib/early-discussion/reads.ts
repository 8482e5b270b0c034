import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { isRestrictedOn } from '@/lib/contact/rules'
import type { NotifiableContact } from '@/lib/parent-notification/rules'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { empty, part, type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import type { StatusKind } from '@/lib/sen-status/rules'
import {
  adviceMissing,
  type DiscussionFacts,
  type DiscussionNote,
  earlyMissing,
  type EarlyLine,
  type Phase,
  phaseOf,
} from './rules'

/** The notes a parent was given, by their day; for staff every note that was given to somebody. */
export async function sharedNotes(tx: SchoolTx, pupilId: string): Promise<{ id: string; heldOn: IsoDate }[]> {
  const rows = await tx.earlyDiscussion.findMany({
    where: { pupilId, sharedAt: { not: null } },
    select: { id: true, heldOn: true },
    orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, heldOn }) => ({ id, heldOn: fromDateColumn(heldOn) }))
}

/** The notes of early discussions about a pupil, the latest first; for a parent, those they were given. */
export const discussionsPart = (pupilId: string, id?: string): Part<DiscussionNote[]> =>
  rowsPart<DiscussionNote>(sql`
    SELECT d.id, d.version, d.held_on AS "heldOn", d.attended, d.strengths, d.difficulties, d.parent_concerns AS "parentConcerns",
      d.may_lie_behind AS "mayLieBehind", d.agreed_outcomes AS "agreedOutcomes", d.next_steps AS "nextSteps",
      concat_ws(' ', m.given_name, m.family_name) AS "writtenBy", d.shared_at IS NOT NULL AS "isGiven",
      COALESCE((SELECT json_agg(json_build_object('contactId', g.contact_id, 'name', c.full_name, 'method', g.method, 'on', g.given_on) ORDER BY g.given_on, g.id)
        FROM early_discussion_deliveries g JOIN contacts c ON c.school_id = g.school_id AND c.id = g.contact_id
        WHERE g.school_id = d.school_id AND g.discussion_id = d.id), '[]') AS copies
    FROM early_discussions d LEFT JOIN memberships m ON m.school_id = d.school_id AND m.id = d.written_by_id
    WHERE d.pupil_id = ${pupilId}::uuid ${id === undefined ? empty : sql`AND d.id = ${id}::uuid`}
    ORDER BY d.held_on DESC, d.id DESC`)

/** The same by itself. */
export const discussionsOf = (tx: SchoolTx, pupilId: string, id?: string): Promise<DiscussionNote[]> =>
  readPart(tx, discussionsPart(pupilId, id))

type Row = {
  pupil_id: string
  name: string
  class_name: string | null
  status: StatusKind
  status_from: IsoDate
  previous_until: IsoDate | null
  recorded_on: IsoDate
  year_group: number | null
  school_phase: string
  contacts: Pick<
    NotifiableContact,
    'contactId' | 'hasParentalResponsibility' | 'caresForPupil' | 'restrictedFrom' | 'restrictedUntil'
  >[]
  discussions: DiscussionFacts[]
  mentioned: Phase[]
}

type Asked = { today: IsoDate; calendar: SchoolCalendar; pupilId?: string | null }

/**
 * The pupils on SEN support today of whom the early discussion or the word about the advice service is missing: all whom
 * this person sees, or one (6.39, R03, R04). One statement.
 */
export const earlyPart = ({ today, calendar, pupilId = null }: Asked): Part<EarlyLine[]> =>
  part<Row, EarlyLine[]>(
    sql`
    SELECT p.id AS pupil_id, concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name, k.name AS class_name,
      s.status, s.from_on::text AS status_from, (p.created_at AT TIME ZONE 'Europe/London')::date::text AS recorded_on, p.year_group, h.phase AS school_phase,
      (SELECT max(b.until_on)::text FROM sen_statuses b WHERE b.school_id = s.school_id AND b.pupil_id = s.pupil_id AND b.from_on < s.from_on) AS previous_until,
      COALESCE((SELECT json_agg(json_build_object('contactId', t.contact_id, 'hasParentalResponsibility', t.has_parental_responsibility,
          'caresForPupil', t.cares_for_pupil, 'restrictedFrom', t.restricted_from, 'restrictedUntil', t.restricted_until))
        FROM pupil_contacts t WHERE t.school_id = p.school_id AND t.pupil_id = p.id), '[]') AS contacts,
      COALESCE((SELECT json_agg(json_build_object('id', d.id, 'heldOn', d.held_on, 'givenTo',
          COALESCE((SELECT json_agg(g.contact_id) FROM early_discussion_deliveries g WHERE g.school_id = d.school_id AND g.discussion_id = d.id), '[]')))
        FROM early_discussions d WHERE d.school_id = p.school_id AND d.pupil_id = p.id), '[]') AS discussions,
      COALESCE((SELECT json_agg(a.phase) FROM advice_mentions a WHERE a.school_id = p.school_id AND a.pupil_id = p.id), '[]') AS mentioned
    FROM sen_statuses s
    JOIN pupils p ON p.school_id = s.school_id AND p.id = s.pupil_id
    JOIN schools h ON h.id = p.school_id
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    WHERE s.status = 'sen-support' AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)
      AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date) ${pupilId === null ? empty : sql`AND p.id = ${pupilId}::uuid`}
    ORDER BY p.family_name, p.given_name, p.id`,
    (rows) =>
      rows
        .map((row) => lineOf(row, today, calendar))
        .filter(({ missing, lacksAdvice }) => missing !== null || lacksAdvice),
  )

/** The same by itself. */
export const earlyLines = (tx: SchoolTx, asked: Asked): Promise<EarlyLine[]> => readPart(tx, earlyPart(asked))

function lineOf(row: Row, today: IsoDate, calendar: SchoolCalendar): EarlyLine {
  const status = { kind: row.status, from: row.status_from }
  const phase = phaseOf(row.year_group, row.school_phase)
  return {
    pupilId: row.pupil_id,
    name: row.name,
    className: row.class_name,
    statusFrom: row.status_from,
    phase,
    missing: earlyMissing({
      status,
      previousUntil: row.previous_until,
      recordedHereOn: row.recorded_on,
      discussions: row.discussions,
      parents: row.contacts
        .filter((tie) => (tie.hasParentalResponsibility || tie.caresForPupil) && !isRestrictedOn(tie, today))
        .map(({ contactId }) => contactId),
      today,
      calendar,
    }),
    lacksAdvice: adviceMissing(status, phase, row.mentioned),
  }
}
