import { readdirSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { PROJECT } from '../project'

const MIGRATIONS = path.join(PROJECT, 'prisma/migrations')

/**
 * The migrations that a database has not had yet, in order. A quick look before Prisma is asked: it
 * takes a second even when there is nothing to do.
 */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const applied = new Set(rows.map(({ name }) => name))
    return folders
      .map(({ name }) => name)
      .filter((name) => !applied.has(name))
      .sort()
  } catch (error) {
    const NO_SUCH_TABLE = '42P01'
    if ((error as { code?: string }).code === NO_SUCH_TABLE) return folders.map(({ name }) => name).sort()
    throw error
  } finally {
    await client.end()
  }
}
