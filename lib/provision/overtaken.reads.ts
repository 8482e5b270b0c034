import 'server-only'
import { fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { ChangedElsewhere } from '@/lib/platform/errors'
import { provisionParts } from './stored.words'

/** A provision as it is saved now, for whoever was overtaken while writing it; one that was taken out is not there. */
export async function overtaken(tx: SchoolTx, provisionId: string): Promise<ChangedElsewhere> {
  const row = await tx.provision.findFirst({
    where: { id: provisionId, removedAt: null },
    include: {
      deliveredBy: { select: { givenName: true, familyName: true } },
      outcomes: { select: { outcome: { select: { willDo: true } } } },
    },
  })
  if (!row) return new ChangedElsewhere(`provision ${provisionId}`)
  const { deliveredBy, deliverer } = row
  const parts = provisionParts({
    ...row,
    deliverer: deliveredBy ? `${deliveredBy.givenName} ${deliveredBy.familyName}` : deliverer,
    from: fromDateColumnOrNull(row.fromOn),
    until: fromDateColumnOrNull(row.untilOn),
    serves: row.outcomes.map(({ outcome }) => outcome.willDo),
  })
  return new ChangedElsewhere(`provision ${provisionId}`, { version: row.version, parts })
}
