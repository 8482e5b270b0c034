import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { type ContactTie, tiesPart } from '@/lib/contact/ties.reads'
import { notifiable } from '@/lib/parent-notification/reads'
import type { NotifiableContact, Recipient } from '@/lib/parent-notification/rules'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { gather, part, type Part, readPart, rowsPart, sql } from '@/lib/platform/gather'
import {
  type EndNotice,
  notToldOfEnd,
  type Watch,
  type WatchedDays,
  watchState,
  type WatchState,
} from './rules'

/** A watch as a pupil's page shows it, with who was told that SEN support ended and who was not. */
export type SteppedDown = {
  watch: Watch
  state: WatchState
  told: { name: string; toldOn: IsoDate }[]
  toTell: Recipient[]
}

/** The latest watch of a pupil and its checks; null where SEN support never ended at a review. */
export const watchPart = (pupilId: string): Part<Watch | null> =>
  part<Watch, Watch | null>(
    sql`
    SELECT w.id, w.sen_status_id AS "senStatusId", w.from_on AS "from", w.first_check_on AS "firstCheckOn", w.until_on AS "untilOn",
      COALESCE((SELECT json_agg(json_build_object('id', c.id, 'on', c.checked_on, 'going', c.going, 'words', c.words,
          'by', concat_ws(' ', m.given_name, m.family_name)) ORDER BY c.checked_on, c.id)
        FROM watch_checks c LEFT JOIN memberships m ON m.school_id = c.school_id AND m.id = c.written_by_id
        WHERE c.school_id = w.school_id AND c.watch_id = w.id), '[]') AS checks
    FROM step_down_watches w WHERE w.pupil_id = ${pupilId}::uuid ORDER BY w.from_on DESC LIMIT 1`,
    ([latest]) => latest ?? null,
  )

/** The same by itself. */
export const latestWatch = (tx: SchoolTx, pupilId: string): Promise<Watch | null> =>
  readPart(tx, watchPart(pupilId))

/** Who was told that SEN support ended, each time it did. */
export const endNoticesPart = (pupilId: string): Part<(EndNotice & { senStatusId: string })[]> =>
  rowsPart(sql`
    SELECT n.sen_status_id AS "senStatusId", n.contact_id AS "contactId", n.told_on AS "toldOn"
    FROM support_end_notices n WHERE n.pupil_id = ${pupilId}::uuid ORDER BY n.id`)

/** Who was told that one time on SEN support ended. */
export async function endNotices(tx: SchoolTx, senStatusId: string): Promise<EndNotice[]> {
  const rows = await tx.supportEndNotice.findMany({
    where: { senStatusId },
    select: { contactId: true, toldOn: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ contactId, toldOn }) => ({ contactId, toldOn: fromDateColumn(toldOn) }))
}

type Pupil = { id: string; name: string; dateOfBirth: IsoDate; status: string | null }

/** What a pupil's page says of a step-down: the watch, its state, and who was told; null where there is none. */
export function stepDownFrom(
  pupil: Pupil,
  known: {
    readonly watch: Watch | null
    readonly notices: readonly (EndNotice & { senStatusId: string })[]
    readonly contacts: readonly NotifiableContact[]
  },
  today: IsoDate,
): SteppedDown | null {
  const { watch, contacts } = known
  if (!watch) return null
  const notices = known.notices.filter(({ senStatusId }) => senStatusId === watch.senStatusId)
  const isBack = pupil.status !== null && today > watch.from
  const named = new Map(contacts.map(({ contactId, name }) => [contactId, name]))
  return {
    watch,
    state: isBack ? { is: 'ended' } : watchState(watch, today),
    told: notices.map(({ contactId, toldOn }) => ({
      name: contactId === null ? pupil.name : (named.get(contactId) ?? ''),
      toldOn,
    })),
    toTell: isBack ? [] : notToldOfEnd({ pupil, contacts, notices, today }),
  }
}

/** The same, read by itself in one statement. */
export async function stepDownOf(tx: SchoolTx, pupil: Pupil, today: IsoDate): Promise<SteppedDown | null> {
  const { watch, notices, ties } = await gather<StepDownRead>(tx, {
    watch: watchPart(pupil.id),
    notices: endNoticesPart(pupil.id),
    ties: tiesPart(pupil.id),
  })
  return stepDownFrom(pupil, { watch, notices, contacts: notifiable(ties) }, today)
}

type StepDownRead = {
  watch: Watch | null
  notices: (EndNotice & { senStatusId: string })[]
  ties: ContactTie[]
}

/** A pupil who is watched, for Today. */
export type WatchedPupil = {
  pupilId: string
  className: string | null
  pupil: { name: string; dateOfBirth: IsoDate }
  watch: WatchedDays
  contacts: NotifiableContact[]
  notices: EndNotice[]
}

type Row = {
  pupil_id: string
  name: string
  date_of_birth: IsoDate
  class_name: string | null
  from_on: IsoDate
  first_check_on: IsoDate
  until_on: IsoDate
  checks: { on: IsoDate }[] | null
  contacts: NotifiableContact[] | null
  notices: EndNotice[] | null
}

/** Every pupil who came off SEN support at a review, is not on the register again and is still at school. One statement. */
export async function watchedPupils(tx: SchoolTx, today: IsoDate): Promise<WatchedPupil[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id AS pupil_id, concat_ws(' ', COALESCE(p.preferred_name, p.given_name), p.family_name) AS name, p.date_of_birth::text,
      k.name AS class_name, w.from_on::text, w.first_check_on::text, w.until_on::text,
      (SELECT json_agg(json_build_object('on', c.checked_on)) FROM watch_checks c
         WHERE c.school_id = w.school_id AND c.watch_id = w.id) AS checks,
      (SELECT json_agg(json_build_object('contactId', t.contact_id, 'name', concat_ws(' ', c.title, c.full_name),
          'relationship', t.relationship, 'hasParentalResponsibility', t.has_parental_responsibility, 'caresForPupil', t.cares_for_pupil,
          'restrictedFrom', t.restricted_from, 'restrictedUntil', t.restricted_until) ORDER BY t.priority, t.id)
         FROM pupil_contacts t JOIN contacts c ON c.school_id = t.school_id AND c.id = t.contact_id
         WHERE t.school_id = w.school_id AND t.pupil_id = w.pupil_id) AS contacts,
      (SELECT json_agg(json_build_object('contactId', n.contact_id, 'toldOn', n.told_on)) FROM support_end_notices n
         WHERE n.school_id = w.school_id AND n.sen_status_id = w.sen_status_id) AS notices
    FROM step_down_watches w
    JOIN pupils p ON p.school_id = w.school_id AND p.id = w.pupil_id
    LEFT JOIN classes k ON k.school_id = p.school_id AND k.id = p.class_id
    WHERE (p.on_roll_until IS NULL OR p.on_roll_until >= ${today}::date)
      AND NOT EXISTS (SELECT FROM sen_statuses s WHERE s.school_id = w.school_id AND s.pupil_id = w.pupil_id AND s.from_on > w.from_on)
    ORDER BY p.family_name, p.given_name, p.id`
  return rows.map((row) => ({
    pupilId: row.pupil_id,
    className: row.class_name,
    pupil: { name: row.name, dateOfBirth: row.date_of_birth },
    watch: {
      from: row.from_on,
      firstCheckOn: row.first_check_on,
      untilOn: row.until_on,
      checks: row.checks ?? [],
    },
    contacts: row.contacts ?? [],
    notices: row.notices ?? [],
  }))
}
