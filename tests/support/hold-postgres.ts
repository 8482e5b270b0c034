// Run as a process of its own by the tests that kill it: starts Postgres and holds it. Without a
// folder it starts a temporary one. Says where the data is.
import { startPostgres } from '@/scripts/postgres/server'
import { startTemporaryPostgres } from '@/scripts/postgres/temporary'

const [folder, password = ''] = process.argv.slice(2)
const { dataDirectory } = folder
  ? await startPostgres({ folder, password })
  : (await startTemporaryPostgres()).postgres
process.stdout.write(dataDirectory)
setInterval(() => undefined, 60_000)
