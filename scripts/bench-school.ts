import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { plusMonths, schoolDay } from '@/lib/calendar/iso-date'
import { boundsOf, type SchoolYear, schoolYearOf } from '@/lib/calendar/school-year'
import { standardYear } from '@/lib/calendar/standard-year'
import { tokenHash } from '@/lib/session/cookie.rules'

/** How much a school has: what issue 2 measures the register with. */
export type BenchSize = { pupils: number; years: number }

export const FULL: BenchSize = { pupils: 600, years: 7 }

export type BenchSchool = {
  id: string
  slug: string
  sencoPersonId: string
  sencoMembershipId: string
  token: string
}

// Made in bulk by the superuser, because 600 pupils through the commands would take minutes. What is
// random is drawn with a fixed seed, so that two runs measure the same school.
const PUPILS = `
  INSERT INTO pupils (school_id, id, given_name, family_name, date_of_birth, year_group, class_id)
  SELECT $1, uuidv7(),
    (ARRAY['Yusuf','Nadia','Jack','Temi','Orla','Rafi','Mason','Ruby','Ioan','Poppy','Laila','Harpreet','Alfie','Evie','Sami','Carys',
      'Zofia','Theo','Hana','Filip','Lily','Dev','Callum','Anaya','Niamh','Kwame','Beatrix','Søren','Chloé','Siân'])[1 + (n * 7) % 30],
    (ARRAY['Abdi','Aziz','Barlow','Bello','Brennan','Chowdhury','Clarke','Cole','Davies','Evans','Farouk','Gill','Green','Hughes','Ibrahim',
      'Jones','Kaminski','Lewis','Malik','Nowak','O''Brien','Osborne','Patel','Reid','Singh','Taylor-Webb','Underwood','Varga','Walsh','Young'])[1 + (n * 11 + n / 30) % 30],
    $2::date - (n % 7 + 5) * 365 - n % 300, n % 7, c.id
  FROM generate_series(1, $3) n JOIN classes c ON c.school_id = $1 AND c.name = (n % 7 + 1) || ' ' || (ARRAY['Ash','Birch','Cedar'])[1 + n % 3]`

const STATUSES = `
  INSERT INTO sen_statuses (school_id, id, pupil_id, status, from_on, until_on)
  SELECT school_id, uuidv7(), id, CASE WHEN n % 9 = 0 THEN 'ehc-plan' ELSE 'sen-support' END,
    CASE WHEN n % 17 = 0 THEN $2::date + 20 ELSE $2::date - $3 * 365 + n % 90 END, CASE WHEN n % 23 = 0 THEN $2::date + 30 END
  FROM (SELECT *, row_number() OVER (ORDER BY id)::int AS n FROM pupils WHERE school_id = $1) p`

const NEEDS = `
  INSERT INTO sen_needs (school_id, id, pupil_id, code, rank, from_on)
  SELECT school_id, uuidv7(), id, (ARRAY['SLCN','SEMH','SPLD','MLD','ASD','HI','PD'])[1 + (n * r) % 7], r, $2::date - $3 * 365
  FROM (SELECT *, row_number() OVER (ORDER BY id)::int AS n FROM pupils WHERE school_id = $1) p, generate_series(1, 2) r`

const CONTACTS = `
  WITH made AS (
    INSERT INTO contacts (school_id, id, full_name) SELECT school_id, id, 'Parent of ' || given_name FROM pupils WHERE school_id = $1 RETURNING school_id, id)
  INSERT INTO pupil_contacts (school_id, id, pupil_id, contact_id, relationship) SELECT school_id, uuidv7(), id, id, 'Mother' FROM made`

// Three cycles a year; the last is open and its review falls some weeks before or after today.
const CYCLES = `
  INSERT INTO cycles (school_id, id, pupil_id, number, stage, started_on, closed_on, review_due, activated_on, responsible_id, aspirations, in_every_lesson, at_home, shared_at)
  SELECT school_id, uuidv7(), id, k, CASE WHEN k < 3 * $3 THEN 'closed' ELSE (ARRAY['assess','plan','do','do','do','do','review'])[1 + n % 7] END,
    starts, CASE WHEN k < 3 * $3 THEN starts + 115 END, starts + 110, starts + 7, $4, repeat('To read for pleasure. ', 5), repeat('Pre-teach new words. ', 8), repeat('Ten minutes of reading. ', 4), now()
  FROM (SELECT *, row_number() OVER (ORDER BY id)::int AS n FROM pupils WHERE school_id = $1) p,
    generate_series(1, 3 * $3) k, LATERAL (SELECT $2::date - 120 * (3 * $3 - k) - 60 - n % 60 AS starts) s`

const MEETINGS = `
  INSERT INTO parent_meetings (school_id, id, pupil_id, status, held_on, at, format, purpose, led_by_id, form_key)
  SELECT school_id, uuidv7(), id, CASE WHEN held > $2::date THEN 'booked' WHEN (n + k) % 19 = 0 THEN 'cancelled' WHEN (n + k) % 23 = 0 THEN 'no-show' ELSE 'held' END,
    held, '15:30', (ARRAY['in-person','in-person','video','phone'])[1 + (n + k) % 4], 'review', $4, uuidv7()
  FROM (SELECT *, row_number() OVER (ORDER BY id)::int AS n FROM pupils WHERE school_id = $1) p,
    generate_series(1, 3 * $3) k,
    LATERAL (SELECT ($5::date - ((3 * $3 - k) / 3) * 365 + 25 + ((k - 1) % 3) * 100 + n % 70) AS held) h`

const ATTENDEES = `
  INSERT INTO meeting_attendees (school_id, id, pupil_id, meeting_id, contact_id, membership_id, came)
  SELECT school_id, uuidv7(), pupil_id, id, CASE WHEN who = 1 THEN pupil_id END, CASE WHEN who = 2 THEN $2::uuid END, CASE WHEN status = 'held' THEN true END
  FROM parent_meetings, generate_series(1, 2) who WHERE school_id = $1`

/** A school whose register is as large and as old as issue 2 asks, with a SENCO who is signed in. */
export async function makeBenchSchool(
  superuserUrl: string,
  now: Date,
  size: BenchSize = FULL,
  slug = 'bench-primary',
): Promise<BenchSchool> {
  const db = new Client({ connectionString: superuserUrl })
  await db.connect()
  try {
    await db.query('BEGIN')
    const school = await makeSchool(db, now, size, slug)
    const today = schoolDay(now)
    const { firstDay } = boundsOf(schoolYearOf(today))
    const { id, sencoMembershipId: senco } = school
    await db.query(PUPILS, [id, today, size.pupils])
    await db.query(STATUSES, [id, firstDay, size.years])
    await db.query(NEEDS, [id, firstDay, size.years])
    await db.query(CONTACTS, [id])
    await db.query(CYCLES, [id, today, size.years, senco])
    await db.query(MEETINGS, [id, today, size.years, senco, firstDay])
    await db.query(ATTENDEES, [id, senco])
    await db.query('COMMIT')
    await db.query('VACUUM ANALYZE')
    return school
  } finally {
    await db.end()
  }
}

async function makeSchool(db: Client, now: Date, { years }: BenchSize, slug: string): Promise<BenchSchool> {
  const [id, sencoPersonId, sencoMembershipId] = [v7(), v7(), v7()]
  const token = randomBytes(32).toString('base64url')
  await db.query('INSERT INTO schools (id, urn, slug, name, phase) VALUES ($1, $2, $3, $4, $5)', [
    id,
    id,
    slug,
    'Bench Primary',
    'primary',
  ])
  await db.query('INSERT INTO people (id, email) VALUES ($1, $2)', [
    sencoPersonId,
    `${sencoPersonId}@school.example`,
  ])
  await db.query(
    `INSERT INTO memberships (school_id, id, person_id, role, given_name, family_name, from_on) VALUES ($1, $2, $3, 'senco', 'Ruth', 'Adeyemi', $4)`,
    [id, sencoMembershipId, sencoPersonId, plusMonths(schoolDay(now), -12 * years)],
  )
  await db.query(
    `INSERT INTO classes (school_id, id, name) SELECT $1, uuidv7(), y || ' ' || c FROM generate_series(1, 7) y, unnest(ARRAY['Ash', 'Birch', 'Cedar']) c`,
    [id],
  )
  const current = schoolYearOf(schoolDay(now))
  for (let year = current - years + 1; year <= current; year++) await makeYear(db, id, year as SchoolYear)
  await db.query(
    'INSERT INTO sessions (token_hash, person_id, started_at, last_seen_at) VALUES ($1, $2, $3, $3)',
    [tokenHash(token), sencoPersonId, now],
  )
  return { id, slug, sencoPersonId, sencoMembershipId, token }
}

async function makeYear(db: Client, schoolId: string, year: SchoolYear) {
  const yearId = v7()
  const { firstDay, lastDay } = boundsOf(year)
  const { terms, closures } = standardYear(year)
  await db.query('INSERT INTO school_years (school_id, id, first_day, last_day) VALUES ($1, $2, $3, $4)', [
    schoolId,
    yearId,
    firstDay,
    lastDay,
  ])
  for (const term of terms)
    await db.query(
      'INSERT INTO terms (school_id, id, school_year_id, name, first_day, last_day) VALUES ($1, uuidv7(), $2, $3, $4, $5)',
      [schoolId, yearId, term.name, term.firstDay, term.lastDay],
    )
  for (const { day, reason } of closures)
    await db.query(
      'INSERT INTO closed_days (school_id, id, school_year_id, day, reason) VALUES ($1, uuidv7(), $2, $3, $4)',
      [schoolId, yearId, day, reason],
    )
}
