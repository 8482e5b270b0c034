import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { beforeAnySchool } from '@/lib/platform/db'

/** Whom the command line acts as in the school with this URN; null where there is no such school. */
export async function commandLineOf(urn: string): Promise<Actor | null> {
  const [row] = await beforeAnySchool(
    (functions) => functions.$queryRaw<{ schoolId: string; membershipId: string }[]>`
      SELECT school_id::text AS "schoolId", membership_id::text AS "membershipId" FROM app.command_line_of(${urn})`,
  )
  // The membership is the service's own; it may do what the SENCO may.
  return row ? { ...row, role: 'senco' } : null
}
