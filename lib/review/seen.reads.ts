import 'server-only'
import { dayAndMonth, type IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolTx } from '@/lib/platform/db'

/** What was last seen while a provision was given, by the provision: "18 November: read two new words". */
export type Seen = Readonly<Record<string, readonly string[]>>

const LINES_SHOWN = 3

type Row = { provision_id: string; on: IsoDate; observation: string }

/** The latest observations of each provision of a cycle, to stand beside how the pupil takes to it (P68). One statement. */
export async function seenByProvision(tx: SchoolTx, cycleId: string): Promise<Seen> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT n.provision_id::text, n.happened_on::text AS on, n.observation FROM (
      SELECT d.*, row_number() OVER (PARTITION BY d.provision_id ORDER BY d.happened_on DESC, d.written_at DESC) AS place
      FROM do_notes d WHERE d.cycle_id = ${cycleId}::uuid AND d.provision_id IS NOT NULL AND d.observation IS NOT NULL) n
    WHERE n.place <= ${LINES_SHOWN} ORDER BY n.happened_on DESC, n.written_at DESC`
  const seen: Record<string, string[]> = {}
  for (const { provision_id, on, observation } of rows)
    (seen[provision_id] ??= []).push(`${dayAndMonth(on)}: ${observation}`)
  return seen
}
