import 'server-only'
import { type IsoDate, schoolDay } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { movedOn } from '@/lib/pupil/moved.commands'
import type { ContactRows } from './contact-writes.rules'
import type { PupilRow, RegisterRows } from './pupil-writes.rules'
import type { ImportRows } from './writes.rules'

/** Writes the rows of an import, one statement for each kind of change; the order keeps statuses from ever overlapping. */
export async function writeRows(tx: SchoolTx, schoolId: string, rows: ImportRows, now: Date): Promise<void> {
  await writeClasses(tx, schoolId, rows.classes)
  await writeNew(tx, schoolId, rows.added, now)
  // Of a new pupil it is not known since when they are in their class; who is moved is moved today.
  await movedOn(tx, schoolDay(now))
  await writeChanged(tx, schoolId, rows.changed)
  await writeStatuses(tx, schoolId, rows)
  await writeNeeds(tx, schoolId, rows)
  await closeCycles(tx, schoolId, rows.cyclesClosed)
  await writeContacts(tx, schoolId, rows)
}

/** Every row must still be as it was read; otherwise somebody was quicker, and nothing is kept. */
function allOf(rows: readonly unknown[], written: number, what: string) {
  if (written !== rows.length) throw new ChangedElsewhere(`${rows.length - written} of ${what}`)
}

async function writeClasses(tx: SchoolTx, schoolId: string, classes: readonly string[]) {
  if (classes.length === 0) return
  await tx.schoolClass.createMany({ data: classes.map((name) => ({ schoolId, name })), skipDuplicates: true })
}

async function writeNew(tx: SchoolTx, schoolId: string, rows: readonly PupilRow[], now: Date) {
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO pupils (school_id, id, upn, family_name, given_name, preferred_name, date_of_birth, sex, year_group, class_id,
      home_language, created_at)
    SELECT ${schoolId}::uuid, r.id, r.upn, r."familyName", r."givenName", r."preferredName", r."dateOfBirth", r.sex,
      r."yearGroup", c.id, r."homeLanguage", ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, upn text, "familyName" text, "givenName" text,
      "preferredName" text, "dateOfBirth" date, sex text, "yearGroup" integer, "className" text, "homeLanguage" text)
    LEFT JOIN classes c ON c.school_id = ${schoolId}::uuid AND c.name = r."className"`
}

async function writeChanged(tx: SchoolTx, schoolId: string, rows: readonly PupilRow[]) {
  if (rows.length === 0) return
  // Someone with a status is at the school, whatever was written when they left.
  const written = await tx.$executeRaw`
    UPDATE pupils p SET upn = r.upn, family_name = r."familyName", given_name = r."givenName",
      preferred_name = r."preferredName", date_of_birth = r."dateOfBirth", sex = r.sex, year_group = r."yearGroup",
      class_id = c.id, home_language = r."homeLanguage", version = p.version + 1,
      on_roll_until = CASE WHEN r."isBack" THEN NULL ELSE p.on_roll_until END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, version integer, "isBack" boolean, upn text,
      "familyName" text, "givenName" text, "preferredName" text, "dateOfBirth" date, sex text, "yearGroup" integer,
      "className" text, "homeLanguage" text)
    LEFT JOIN classes c ON c.school_id = ${schoolId}::uuid AND c.name = r."className"
    WHERE p.school_id = ${schoolId}::uuid AND p.id = r.id AND p.version = r.version`
  allOf(rows, written, 'pupils')
}

async function writeStatuses(tx: SchoolTx, schoolId: string, { ends, corrections, opens }: RegisterRows) {
  if (ends.length > 0) {
    const written = await tx.$executeRaw`
      UPDATE sen_statuses s SET until_on = r.until, end_reason = COALESCE(s.end_reason, r.reason)
      FROM jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) AS r(id uuid, until date, reason text)
      WHERE s.school_id = ${schoolId}::uuid AND s.id = r.id`
    allOf(ends, written, 'statuses to end')
  }
  if (corrections.length > 0) {
    const written = await tx.$executeRaw`
      UPDATE sen_statuses s SET status = r.status, from_on = r."from", until_on = r.until
      FROM jsonb_to_recordset(${JSON.stringify(corrections)}::jsonb) AS r(id uuid, status text, "from" date, until date)
      WHERE s.school_id = ${schoolId}::uuid AND s.id = r.id`
    allOf(corrections, written, 'statuses to correct')
  }
  if (opens.length > 0)
    await tx.$executeRaw`
      INSERT INTO sen_statuses (school_id, id, pupil_id, status, from_on, until_on, reason)
      SELECT ${schoolId}::uuid, r.id, r."pupilId", r.status, r."from", r.until, ${REASON}::text
      FROM jsonb_to_recordset(${JSON.stringify(opens)}::jsonb)
        AS r(id uuid, "pupilId" uuid, status text, "from" date, until date)`
}

const REASON = 'Imported from the school’s MIS'

async function writeNeeds(tx: SchoolTx, schoolId: string, { needsClosed, needsOpened }: RegisterRows) {
  if (needsClosed.length > 0) {
    const written = await tx.$executeRaw`
      UPDATE sen_needs n SET until_on = r.until
      FROM jsonb_to_recordset(${JSON.stringify(needsClosed)}::jsonb) AS r(id uuid, until date)
      WHERE n.school_id = ${schoolId}::uuid AND n.id = r.id AND n.until_on IS NULL`
    allOf(needsClosed, written, 'needs')
  }
  if (needsOpened.length > 0)
    await tx.$executeRaw`
      INSERT INTO sen_needs (school_id, id, pupil_id, code, rank, broad_area, from_on, until_on)
      SELECT ${schoolId}::uuid, r.id, r."pupilId", r.code, r.rank, r."broadArea", r."from", r.until
      FROM jsonb_to_recordset(${JSON.stringify(needsOpened)}::jsonb)
        AS r(id uuid, "pupilId" uuid, code text, rank integer, "broadArea" text, "from" date, until date)`
}

async function closeCycles(tx: SchoolTx, schoolId: string, cycles: readonly { id: string; on: IsoDate }[]) {
  if (cycles.length === 0) return
  const written = await tx.$executeRaw`
    UPDATE cycles c SET stage = 'closed', closed_on = r."on", version = c.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(cycles)}::jsonb) AS r(id uuid, "on" date)
    WHERE c.school_id = ${schoolId}::uuid AND c.id = r.id AND c.stage <> 'closed'`
  allOf(cycles, written, 'cycles')
}

async function writeContacts(tx: SchoolTx, schoolId: string, rows: ContactRows) {
  const { contacts, contactsChanged, ties, tiesChanged } = rows
  if (contactsChanged.length > 0) {
    const written = await tx.$executeRaw`
      UPDATE contacts c SET full_name = r.name, email = r.email, version = c.version + 1, imported_version = c.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(contactsChanged)}::jsonb) AS r(id uuid, version integer, name text, email text)
      WHERE c.school_id = ${schoolId}::uuid AND c.id = r.id AND c.version = r.version`
    allOf(contactsChanged, written, 'contacts')
  }
  if (tiesChanged.length > 0) {
    const written = await tx.$executeRaw`
      UPDATE pupil_contacts t SET relationship = r.relationship, version = t.version + 1,
        has_parental_responsibility = r."hasParentalResponsibility"
      FROM jsonb_to_recordset(${JSON.stringify(tiesChanged)}::jsonb)
        AS r(id uuid, version integer, relationship text, "hasParentalResponsibility" boolean)
      WHERE t.school_id = ${schoolId}::uuid AND t.id = r.id AND t.version = r.version`
    allOf(tiesChanged, written, 'parents')
  }
  if (contacts.length > 0)
    await tx.$executeRaw`
      INSERT INTO contacts (school_id, id, full_name, email, imported_version)
      SELECT ${schoolId}::uuid, r.id, r.name, r.email, 1
      FROM jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) AS r(id uuid, name text, email text)`
  if (ties.length > 0)
    await tx.$executeRaw`
      INSERT INTO pupil_contacts (school_id, id, pupil_id, contact_id, relationship, has_parental_responsibility, priority)
      SELECT ${schoolId}::uuid, r.id, r."pupilId", r."contactId", r.relationship, r."hasParentalResponsibility", r.priority
      FROM jsonb_to_recordset(${JSON.stringify(ties)}::jsonb) AS r(id uuid, "pupilId" uuid, "contactId" uuid,
        relationship text, "hasParentalResponsibility" boolean, priority integer)`
}
