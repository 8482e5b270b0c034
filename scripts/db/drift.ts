// `npm run check:drift`: fails if prisma/schema.prisma and the migrations would make different tables.
// Policies, grants, triggers and functions are not Prisma's; tests/integration looks at those.
import { ensureDatabase } from '../postgres/databases'
import { startTemporaryPostgres } from '../postgres/temporary'
import { prisma } from './prisma'

const { postgres, secrets, stop } = await startTemporaryPostgres()
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
  await stop()
}
