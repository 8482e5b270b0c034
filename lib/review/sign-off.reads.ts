import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { RESPONSIBLE_ROLES } from '@/lib/cycle/policy'
import type { Role } from '@/lib/platform/actor'
import { toDateColumn } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { Problem } from '@/lib/platform/outcome'
import { seenVersion } from './draft.rules'
import { readDraft } from './reads'
import type { Signers } from './record.rules'
import type { ReviewForm } from './schema'
import { savedSinceWords } from './words'

/** The teachers and the SENCOs of a day, whose two names stand under a review (P63). */
export async function signers(tx: SchoolTx, on: IsoDate): Promise<Signers> {
  const day = toDateColumn(on)
  const rows = await tx.membership.findMany({
    where: {
      role: { in: [...RESPONSIBLE_ROLES] },
      fromOn: { lte: day },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
    },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
    select: { id: true, givenName: true, familyName: true, role: true },
  })
  const named = rows.map(({ id, givenName, familyName, role }) => ({
    ...{ id, name: `${givenName} ${familyName}` },
    role: role as Role,
  }))
  return {
    teachers: named.map(({ id, name }) => ({ id, name })),
    sencos: named.filter(({ role }) => role === 'senco').map(({ id, name }) => ({ id, name })),
  }
}

/** Why these two cannot sign a review off: one a teacher of the school, one its SENCO, on the day it was held. */
export async function signedProblems(
  tx: SchoolTx,
  { teacherId, sencoId }: Pick<ReviewForm, 'teacherId' | 'sencoId'>,
  on: IsoDate,
): Promise<Problem[]> {
  const { teachers, sencos } = await signers(tx, on)
  const problems: Problem[] = []
  if (!teachers.some(({ id }) => id === teacherId))
    problems.push({ field: 'teacherId', message: 'Select the teacher from the list' })
  if (!sencos.some(({ id }) => id === sencoId))
    problems.push({ field: 'sencoId', message: 'Select the SENCO from the list' })
  return problems
}

/** Why a review cannot be signed off as it is: somebody saved more of its draft since this page was opened. */
export async function overtakenBy(
  tx: SchoolTx,
  cycleId: string,
  openedWith: string | undefined,
): Promise<string | null> {
  if (openedWith === undefined) return null
  const draft = await readDraft(tx, cycleId)
  return draft && draft.version !== seenVersion(openedWith).version ? savedSinceWords(draft.savedBy) : null
}
