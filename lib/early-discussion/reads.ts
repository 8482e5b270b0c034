import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { isRestrictedOn } from '@/lib/contact/rules'
import type { CopyMethod } from '@/lib/parent-meeting/record.rules'
import type { NotifiableContact } from '@/lib/parent-notification/rules'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/prisma/client'
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

const COLUMNS = {
  id: true,
  version: true,
  heldOn: true,
  attended: true,
  strengths: true,
  difficulties: true,
  parentConcerns: true,
  mayLieBehind: true,
  agreedOutcomes: true,
  nextSteps: true,
  sharedAt: true,
  writtenBy: { select: { givenName: true, familyName: true } },
  deliveries: {
    select: { contactId: true, method: true, givenOn: true, contact: { select: { fullName: true } } },
    orderBy: [{ givenOn: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.EarlyDiscussionSelect

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
export async function discussionsOf(tx: SchoolTx, pupilId: string, id?: string): Promise<DiscussionNote[]> {
  const rows = await tx.earlyDiscussion.findMany({
    where: { pupilId, ...(id !== undefined && { id }) },
    select: COLUMNS,
    orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ writtenBy, deliveries, sharedAt, heldOn, ...note }) => ({
    ...note,
    heldOn: fromDateColumn(heldOn),
    writtenBy: `${writtenBy.givenName} ${writtenBy.familyName}`,
    isGiven: sharedAt !== null,
    copies: deliveries.map(({ contact, contactId, method, givenOn }) => ({
      contactId,
      name: contact.fullName,
      method: method as CopyMethod,
      on: fromDateColumn(givenOn),
    })),
  }))
}

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

/**
 * The pupils on SEN support today of whom the early discussion or the word about the advice service is missing: all whom
 * this person sees, or one (6.39, R03, R04). One statement.
 */
export async function earlyLines(
  tx: SchoolTx,
  { today, calendar, pupilId = null }: { today: IsoDate; calendar: SchoolCalendar; pupilId?: string | null },
): Promise<EarlyLine[]> {
  const rows = await tx.$queryRaw<Row[]>`
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
      AND (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date) AND (${pupilId}::uuid IS NULL OR p.id = ${pupilId}::uuid)
    ORDER BY p.family_name, p.given_name, p.id`
  return rows
    .map((row) => lineOf(row, today, calendar))
    .filter(({ missing, lacksAdvice }) => missing || lacksAdvice)
}

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
