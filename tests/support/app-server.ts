import { serveApp } from '@/scripts/app-process'
import { buildIfChanged } from '@/scripts/build'
import { startTestDatabase, testEnvironment } from './database'

/** The instant at which every browser test stands still: a Friday in the autumn term of 2026/27. */
export const CLOCK = '2026-11-20T09:00:00Z'

/**
 * Playwright's global setup: the built app on its own database, at the port the configuration chose.
 * What the tests need to make schools and sign people in is put into the environment they inherit.
 */
export default async function setup() {
  await buildIfChanged()
  const database = await startTestDatabase()
  try {
    const port = Number(process.env.E2E_PORT)
    const environment = { ...testEnvironment(database), NEXTAUTH_URL: `http://localhost:${port}` }
    Object.assign(process.env, environment)
    const { DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET } = environment
    const app = await serveApp(port, { DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET, CLOCK, TZ: 'UTC' })
    return async () => {
      await app.stop()
      await database.stop()
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}
