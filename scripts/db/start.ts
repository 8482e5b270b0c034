// `npm run db:start`: the embedded Postgres on its own, until Ctrl-C, for looking at the data or for
// `prisma studio`. The demo, the tests and the commands start one themselves.
import { startProjectPostgres, upToDate } from '../postgres/project-database'
import { untilAsked } from '../until-asked'

const server = await startProjectPostgres()
const { web, owner, superuser } = await upToDate(server)
process.stdout.write(`The embedded Postgres is running. Ctrl-C stops it.\n\n`)
process.stdout.write(`DATABASE_URL=${web}\nDATABASE_OWNER_URL=${owner}\nDATABASE_SUPER_URL=${superuser}\n`)
await untilAsked()
await server.postgres.stop()
process.exit()
