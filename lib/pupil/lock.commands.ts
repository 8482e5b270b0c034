import 'server-only'
import type { SchoolTx } from '@/lib/platform/db'

/** One change about a pupil at a time, until the transaction ends: a form that was sent twice finds what the first made. */
export async function onePupilAtATime(tx: SchoolTx, pupilId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${pupilId}, 0))`
}
