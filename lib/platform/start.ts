import 'server-only'
import { writeSocketAddress } from './address'
import { databaseProblem } from './db-check'
import { readEnv } from './env'

/** Before the first request: wrong settings or a database that is not ready stop the start, with a sentence each. */
export async function prepareToServe(): Promise<void> {
  const settings = readEnv()
  const problems = settings.ok
    ? [await databaseProblem()]
    : settings.problems.map((problem) => `Setting ${problem}.`)
  const found = problems.filter((problem) => problem !== null)
  if (found.length > 0) {
    for (const problem of found) process.stderr.write(`${problem}\n`)
    process.exit(1)
  }
  writeSocketAddress()
}
