// Run as a process of its own by the tests that kill it: starts Postgres and holds it.
import { startPostgres } from '@/scripts/postgres/server'

const [folder = '', password = ''] = process.argv.slice(2)
const { port } = await startPostgres({ folder, password })
process.stdout.write(`${port}\n`)
setInterval(() => undefined, 60_000)
