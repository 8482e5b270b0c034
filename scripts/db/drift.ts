// `npm run check:drift`: fails if prisma/schema.prisma and the migrations would make different tables.
// Policies, grants, triggers and functions are not Prisma's; tests/integration looks at those.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDatabase } from '../postgres/databases'
import { secretsIn } from '../postgres/secrets'
import { startPostgres } from '../postgres/server'
import { prisma } from './prisma'

const folder = mkdtempSync(path.join(tmpdir(), 'track-sen-support-drift-'))
const secrets = secretsIn(folder)
const postgres = await startPostgres({
  folder: path.join(folder, 'postgres'),
  password: secrets.superuser,
  settings: { fsync: 'off' },
})
try {
  const { owner } = await ensureDatabase(postgres, 'drift', secrets)
  const { code, output } = await prisma(
    [
      ...['migrate', 'diff', '--exit-code'],
      ...['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma'],
    ],
    owner,
  )
  process.exitCode = code
  process.stdout.write(
    code === 0
      ? 'The migrations make the tables that prisma/schema.prisma describes.\n'
      : `${output}\nThe migrations and prisma/schema.prisma differ: run npm run db:migrate, and commit what it writes.\n`,
  )
} finally {
  await postgres.stop()
  rmSync(path.dirname(postgres.dataDirectory), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
