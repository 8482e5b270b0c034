import { Client } from 'pg'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { newToken, tokenHash } from '@/lib/session/cookie.rules'

/** A school as it is first set up, with the SENCO who will look after its register. */
export const newSchool = z.object({
  urn: z.string('Give --urn: the six digits of the school').regex(/^\d{6}$/, 'The URN must be six digits'),
  name: z
    .string('Give --name: what the school is called')
    .trim()
    .min(1, 'Give --name: what the school is called')
    .max(200),
  phase: z.enum(
    ['nursery', 'primary', 'secondary', 'all-through'],
    'Give --phase: nursery, primary, secondary or all-through',
  ),
  sencoGivenName: z.string('Give --senco-first-name').trim().min(1).max(100),
  sencoFamilyName: z.string('Give --senco-last-name').trim().min(1).max(100),
  sencoEmail: z.email('Give --senco-email: the email address the SENCO signs in with'),
})

export type NewSchool = z.output<typeof newSchool>

export type SchoolMade = {
  schoolId: string
  slug: string
  systemMembershipId: string
  sencoMembershipId: string
  sencoPersonId: string
  passwordToken: string
}

const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'school'

/**
 * Sets up a school as the owner of the database: the app's own login cannot make one. The SENCO gets a link
 * to set a password, good for seven days. Throws with a sentence when the URN is taken.
 */
export async function createSchool(ownerUrl: string, school: NewSchool, now: Date): Promise<SchoolMade> {
  const db = new Client({ connectionString: ownerUrl, options: '-c timezone=UTC' })
  await db.connect()
  try {
    await db.query('BEGIN')
    const made = await insertSchool(db, school, now)
    await db.query('COMMIT')
    return made
  } catch (error) {
    await db.query('ROLLBACK')
    throw error
  } finally {
    await db.end()
  }
}

async function insertSchool(db: Client, school: NewSchool, now: Date): Promise<SchoolMade> {
  const taken = await db.query('SELECT FROM schools WHERE urn = $1', [school.urn])
  if (taken.rowCount) throw new Error(`There is already a school with the URN ${school.urn}.`)
  const schoolId = newId()
  const systemMembershipId = newId()
  const sencoMembershipId = newId()
  const passwordToken = newToken()
  const from = now.toISOString().slice(0, 10)

  const slug = await freeSlug(db, slugOf(school.name))
  await db.query(`SELECT set_config('app.school_id', $1, true)`, [schoolId])
  await db.query('INSERT INTO schools (id, urn, slug, name, phase) VALUES ($1, $2, $3, $4, $5)', [
    schoolId,
    school.urn,
    slug,
    school.name,
    school.phase,
  ])
  await db.query(
    `INSERT INTO memberships (school_id, id, role, given_name, family_name, from_on) VALUES ($1, $2, 'system', 'Track', 'SEN support', $3)`,
    [schoolId, systemMembershipId, from],
  )

  const email = school.sencoEmail.toLowerCase()
  await db.query('INSERT INTO people (id, email) VALUES ($1, $2) ON CONFLICT (email) DO NOTHING', [
    newId(),
    email,
  ])
  const { rows } = await db.query<{ id: string }>('SELECT id FROM people WHERE email = $1', [email])
  const sencoPersonId = rows[0]?.id ?? ''
  await db.query(
    `INSERT INTO memberships (school_id, id, person_id, role, given_name, family_name, email, from_on) VALUES ($1, $2, $3, 'senco', $4, $5, $6, $7)`,
    [schoolId, sencoMembershipId, sencoPersonId, school.sencoGivenName, school.sencoFamilyName, email, from],
  )
  const expires = new Date(now.getTime() + 7 * 24 * 60 * 60 * 1000)
  await db.query('INSERT INTO password_links (token_hash, person_id, expires_at) VALUES ($1, $2, $3)', [
    tokenHash(passwordToken),
    sencoPersonId,
    expires,
  ])
  return { schoolId, slug, systemMembershipId, sencoMembershipId, sencoPersonId, passwordToken }
}

async function freeSlug(db: Client, wanted: string): Promise<string> {
  const { rows } = await db.query<{ slug: string }>(
    "SELECT slug FROM schools WHERE slug = $1 OR slug LIKE $1 || '-%'",
    [wanted],
  )
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
