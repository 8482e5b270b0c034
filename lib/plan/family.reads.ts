import 'server-only'
import { fromDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { withCare } from './care.reads'
import { asCompared, contentChanges } from './compare.words'
import { familyContent } from './content.schema'
import type { FamilyChange } from './copy.words'

/**
 * The last change of the plan in force: from when, why, and each difference in a sentence, between the family's own two
 * editions. Whoever is responsible now is told again here (P31). Null while the plan is as it first came into force.
 */
export async function lastChangeForFamily(tx: SchoolTx, pupilId: string): Promise<FamilyChange | null> {
  const [now, before] = await tx.planFamilyVersion.findMany({
    where: { pupilId },
    orderBy: [{ cycle: { number: 'desc' } }, { number: 'desc' }],
    take: 2,
    select: { versionId: true, cycleId: true, number: true, appliesFrom: true, reason: true, content: true },
  })
  if (!now || !before || now.cycleId !== before.cycleId || now.reason === null) return null
  // A family sees the care its child is given, and what of it became different (P44).
  const both = []
  for (const { versionId, content } of [before, now])
    both.push(asCompared(await withCare(tx, versionId, familyContent.parse(content))))
  const [was, is] = both
  return {
    number: now.number,
    from: fromDateColumn(now.appliesFrom),
    reason: now.reason,
    sentences: was && is ? contentChanges(was, is).map(({ sentence }) => sentence) : [],
  }
}
