import 'server-only'
import { z } from 'zod'
import { audit } from '@/lib/audit/commands'
import { ageOn, type IsoDate } from '@/lib/calendar/iso-date'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { part, type Part, readPart, sql } from '@/lib/platform/gather'
import { NotFound } from '@/lib/platform/errors'
import type { StatusKind } from '@/lib/sen-status/rules'
import type { PupilHeader, PupilNeed } from './header.rules'
import { pupilPolicy } from './policy'
import { yearGroupWords } from './rules'

export type { PupilHeader } from './header.rules'

type Row = {
  school_id: string
  version: number
  called: string
  family_name: string
  date_of_birth: IsoDate
  year_group: number | null
  class_name: string | null
  on_roll_until: IsoDate | null
  status_id: string | null
  status: StatusKind | null
  status_from: IsoDate | null
  needs: PupilNeed[] | null
  responsible: PupilHeader['responsible']
}

const anId = z.uuid()

/** Whether the text from an address can be the id of anything at all; Postgres would throw at what is not. */
export const isId = (text: string): boolean => anId.safeParse(text).success

/** The head of a pupil's page; nothing where there is no such pupil for whoever asks. */
export const headerPart = (pupilId: string, today: IsoDate): Part<PupilHeader | null> =>
  part<Row, PupilHeader | null>(
    sql`
    SELECT p.school_id::text, p.version, COALESCE(p.preferred_name, p.given_name) AS called, p.family_name,
      p.date_of_birth::text, p.year_group, c.name AS class_name, p.on_roll_until::text,
      s.id::text AS status_id, s.status, s.from_on::text AS status_from,
      (SELECT json_agg(json_build_object('code', n.code, 'name', t.name, 'rank', n.rank,
           'broadArea', COALESCE(n.broad_area, t.broad_area)) ORDER BY n.rank, n.from_on)
         FROM sen_needs n JOIN need_types t ON t.code = n.code
         WHERE n.school_id = p.school_id AND n.pupil_id = p.id AND n.from_on <= ${today}::date
           AND (n.until_on IS NULL OR n.until_on >= ${today}::date)) AS needs,
      (SELECT json_build_object('id', m.id, 'name', concat_ws(' ', m.given_name, m.family_name), 'role', m.role,
           'jobTitle', m.job_title)
         FROM cycles y JOIN memberships m ON m.school_id = y.school_id AND m.id = y.responsible_id
         WHERE y.school_id = p.school_id AND y.pupil_id = p.id AND y.stage <> 'closed'
         ORDER BY y.number DESC LIMIT 1) AS responsible
    FROM pupils p
    LEFT JOIN classes c ON c.school_id = p.school_id AND c.id = p.class_id
    LEFT JOIN sen_statuses s ON s.school_id = p.school_id AND s.pupil_id = p.id
      AND s.from_on <= ${today}::date AND (s.until_on IS NULL OR s.until_on >= ${today}::date)
    WHERE p.id = ${pupilId}::uuid`,
    ([row]) => (row ? headerFrom(row, pupilId, today) : null),
  )

/** The same by itself; null also where the address names no id at all. */
export const pupilHeader = async (
  tx: SchoolTx,
  pupilId: string,
  today: IsoDate,
): Promise<PupilHeader | null> => (isId(pupilId) ? readPart(tx, headerPart(pupilId, today)) : null)

const headerFrom = (row: Row, id: string, today: IsoDate): PupilHeader => ({
  id,
  schoolId: row.school_id,
  version: row.version,
  name: `${row.called} ${row.family_name}`,
  givenName: row.called,
  yearGroup: row.year_group === null ? null : yearGroupWords(row.year_group),
  className: row.class_name,
  dateOfBirth: row.date_of_birth,
  age: ageOn(row.date_of_birth, today),
  status: row.status,
  statusId: row.status_id,
  statusFrom: row.status_from,
  needs: row.needs ?? [],
  responsible: row.responsible,
  onRollUntil: row.on_roll_until,
})

type Opened = { pupilId: string; page: string; today: IsoDate; now: Date }

/** The head of a pupil's page for staff, with the trace that they looked; `page` says which one (style, 5.4). */
export const openPupil = async (tx: SchoolTx, actor: Actor, opened: Opened): Promise<PupilHeader> =>
  openedPupil(tx, actor, await pupilHeader(tx, opened.pupilId, opened.today), opened)

/** The same where a page has read the head already. */
export async function openedPupil(
  tx: SchoolTx,
  actor: Actor,
  header: PupilHeader | null,
  opened: Opened,
): Promise<PupilHeader> {
  if (!header || !pupilPolicy.open(actor, { schoolId: header.schoolId, pupilId: header.id }))
    throw new NotFound(`pupil ${opened.pupilId}`)
  const trace = { subjectId: header.id, pupilId: header.id, details: { page: opened.page } }
  await audit(tx, actor, { action: 'pupil.opened', ...trace }, opened.now)
  return header
}
