import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Actor } from './actor'
import { env } from './env'
import { preparedNames } from './prepared'
import { PrismaClient } from './prisma/client'

// The session zone is pinned because @prisma/adapter-pg sends timestamps without an offset:
// on a server set to Europe/London each one would be an hour out in summer.
function connect() {
  const nameOf = preparedNames()
  const statementNameGenerator = ({ sql }: { sql: string }) => nameOf(sql)
  return new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan',
        max: 10,
      },
      { statementNameGenerator },
    ),
    log: [{ emit: 'event', level: 'query' }],
  })
}

const kept = globalThis as unknown as { prisma?: ReturnType<typeof connect> }
const prisma = () => (kept.prisma ??= connect())

/** The only handle a room is ever given: already inside one school's transaction. */
export type SchoolTx = Parameters<Parameters<ReturnType<typeof connect>['$transaction']>[0]>[0]

/** Runs `work` in one transaction in which Postgres shows only what this membership may see. */
export function asActor<T>(
  actor: Pick<Actor, 'schoolId' | 'membershipId'>,
  work: (tx: SchoolTx) => Promise<T>,
  allow: { timeoutMs?: number } = {},
): Promise<T> {
  return prisma().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.school_id', ${actor.schoolId}, true), set_config('app.membership_id', ${actor.membershipId}, true)`
      return work(tx)
    },
    { maxWait: 10_000, timeout: allow.timeoutMs ?? 15_000 },
  )
}

/** For sign-in only (lib/session): calls one of the functions of schema app, which are all that is open before a school is known. */
export function beforeAnySchool<T>(
  work: (functions: Pick<SchoolTx, '$queryRaw' | '$executeRaw'>) => Promise<T>,
): Promise<T> {
  return work(prisma())
}

/** Hears each SQL statement as it is sent; a test counts them with it. */
export function onStatement(listen: (sql: string) => void): void {
  prisma().$on('query', (event) => listen(event.query))
}

/** Ends every connection: for commands, which end when nothing is open any more. */
export async function closeDatabase(): Promise<void> {
  await kept.prisma?.$disconnect()
}
