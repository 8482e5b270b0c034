import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'

/** Says for the rest of a transaction on which day pupils change class; the database keeps the class of every day. */
export async function movedOn(tx: SchoolTx, day: IsoDate): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.moved_on', ${day}, true)`
}
