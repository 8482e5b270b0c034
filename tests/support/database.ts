import { deploy } from '@/scripts/db/deploy'
import { addressesOf, type Addresses, copyDatabase, ensureDatabase } from '@/scripts/postgres/databases'
import { startTemporaryPostgres } from '@/scripts/postgres/temporary'

/** A Postgres for one run of tests, with one migrated database; `stop` leaves nothing behind. */
export async function startTestDatabase(): Promise<{
  addresses: Addresses
  secret: string
  stop: () => Promise<void>
}> {
  // The server stands in a zone with summer time, so that a session that forgot to say UTC is an hour
  // out and a test sees it.
  const { postgres, secrets, stop } = await startTemporaryPostgres({ timezone: 'Europe/London' })
  try {
    // The template stays as the migrations left it: tests that need an untouched database copy it.
    const template = await ensureDatabase(postgres, 'template_migrated', secrets)
    await deploy({ ownerUrl: template.owner, webUrl: template.web })
    await copyDatabase(postgres, 'template_migrated', 'tests')
    return { addresses: addressesOf(postgres, 'tests', secrets), secret: secrets.session, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What the app and the factories read: DATABASE_SUPER_URL is past row-level security, for factories only. */
export const testEnvironment = ({ addresses, secret }: { addresses: Addresses; secret: string }) => ({
  DATABASE_URL: addresses.web,
  DATABASE_OWNER_URL: addresses.owner,
  DATABASE_SUPER_URL: addresses.superuser,
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: 'http://localhost:3000',
})

/** Vitest's global setup: one database for the run; tests keep apart by each making its own school. */
export default async function setup() {
  const database = await startTestDatabase()
  Object.assign(process.env, testEnvironment(database))
  return database.stop
}
