import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** An address with another database in it. */
export function withDatabase(url: string | undefined, database: string) {
  const address = new URL(url ?? '')
  address.pathname = `/${database}`
  return address.href
}

/** Runs statements past row-level security, in the database of an address. */
export async function asSuperuser(sql: string, database = 'postgres') {
  const client = new Client({ connectionString: withDatabase(process.env.DATABASE_SUPER_URL, database) })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A name for a database or login that no other test has. */
export const aName = (kind: string) => `${kind}_${randomUUID().slice(0, 8)}`

/** A database of the test's own, empty or with the migrations applied; remove it with `dropDatabase`. */
export async function aDatabase(template: 'template0' | 'template_migrated' = 'template0') {
  const database = aName('database')
  await asSuperuser(`CREATE DATABASE ${database} TEMPLATE ${template} OWNER app_owner`)
  return { database, ownerUrl: withDatabase(process.env.DATABASE_OWNER_URL, database) }
}

/** Removes a database, whoever is connected. */
export const dropDatabase = (database: string) =>
  asSuperuser(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
