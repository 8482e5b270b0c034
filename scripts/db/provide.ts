import { startProjectPostgres, upToDate } from '../postgres/project-database'
import { readEnvironmentFile } from './environment-file'

/**
 * Gives a command the database it works on: the one in DATABASE_URL, or else the embedded one,
 * started and migrated if it is not. Sets the variables that `lib/platform/env.ts` asks for, so call
 * it before anything of `lib` is imported, and call what it returns at the end.
 */
export async function provideDatabase(): Promise<() => Promise<void>> {
  readEnvironmentFile()
  if (process.env.DATABASE_URL) return () => Promise.resolve()
  const server = await startProjectPostgres()
  const addresses = await upToDate(server)
  process.env.DATABASE_URL = addresses.web
  process.env.DATABASE_OWNER_URL = addresses.owner
  process.env.NEXTAUTH_SECRET ??= server.secrets.session
  process.env.NEXTAUTH_URL ??= 'http://localhost:3000'
  return server.postgres.stop
}
