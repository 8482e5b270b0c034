// `npm run db:migrate -- --name what_it_makes_true`: writes the migration that brings the database
// to prisma/schema.prisma, and applies it to the embedded database.
import { spawnSync } from 'node:child_process'
import { startProjectPostgres, upToDate } from '../postgres/project-database'
import { PROJECT } from '../project'

const server = await startProjectPostgres()
const { owner } = await upToDate(server)
const { status } = spawnSync('prisma', ['migrate', 'dev', ...process.argv.slice(2)], {
  cwd: PROJECT,
  stdio: 'inherit',
  env: { ...process.env, DATABASE_OWNER_URL: owner },
})
await server.postgres.stop()
process.exit(status ?? 1)
