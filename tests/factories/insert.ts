import { Pool } from 'pg'
import { v7 } from 'uuid'

// Factories write as a superuser, past row-level security, so that a test can build two schools
// and then show that the app keeps them apart.
let pool: Pool | undefined
const open = () => (pool ??= new Pool({ connectionString: process.env.DATABASE_SUPER_URL, max: 2 }))

export const newId = (): string => v7()

/** One row, as given; keys are column names. */
export async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const keys = Object.keys(row)
  await open().query(
    `INSERT INTO ${table} (${keys.join(', ')}) VALUES (${keys.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  )
}

/** Looks past row-level security, to see what is really there. */
export async function look<Row extends Record<string, unknown>>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await open().query<Row>(sql, values)).rows
}
