import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import { partiesOf } from '@/lib/plan/agreement.reads'
import type { PlanToActivate } from './activation.rules'
import { RESPONSIBLE_ROLES } from './policy'

const RESPONSIBLE = { select: { role: true, untilOn: true } } as const

// Someone who left, or no longer teaches, cannot answer for a plan that begins now.
const isResponsible = (member: { role: string; untilOn: Date | null } | null, today: IsoDate) =>
  member !== null &&
  RESPONSIBLE_ROLES.some((role) => role === member.role) &&
  (member.untilOn === null || fromDateColumn(member.untilOn) >= today)

/** A plan as the rule that lets it begin reads it, in the order of the page; inside a change, its draft. */
export async function planToActivate(
  tx: SchoolTx,
  cycle: { cycleId: string; pupilId: string; givenName: string; changeId: string | null },
  today: IsoDate,
): Promise<PlanToActivate> {
  const { cycleId, changeId } = cycle
  const row = await tx.cycle.findFirstOrThrow({
    where: { id: cycleId },
    select: {
      reviewDue: true,
      responsible: RESPONSIBLE,
      changes: { where: { ended: null }, select: { responsible: RESPONSIBLE } },
      parentConsultation: true,
      parentConsultationNote: true,
      pupilConsultation: true,
      pupilConsultationNote: true,
      outcomes: {
        where: { removedAt: null },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          willDo: true,
          measure: true,
          baseline: true,
          target: true,
          byOn: true,
          expectedImpact: true,
        },
      },
      suggestions: {
        where: { words: { not: null }, answers: { none: {} } },
        orderBy: [{ saidOn: 'asc' }, { id: 'asc' }],
        select: { id: true, contact: { select: { fullName: true } } },
      },
      provisions: {
        where: { removedAt: null },
        orderBy: { id: 'asc' },
        select: { id: true, what: true, outcomes: { select: { outcomeId: true } } },
      },
    },
  })
  const responsible = changeId ? row.changes[0]?.responsible : row.responsible
  return {
    outcomes: row.outcomes.map(({ byOn, ...outcome }) => ({ ...outcome, by: fromDateColumnOrNull(byOn) })),
    provisions: row.provisions.map(({ id, what, outcomes }) => ({
      id,
      what,
      outcomeIds: outcomes.map(({ outcomeId }) => outcomeId),
    })),
    reviewDue: fromDateColumnOrNull(row.reviewDue),
    suggestions: row.suggestions.map(({ id, contact }) => ({ id, from: contact.fullName })),
    responsibleTeacher: isResponsible(responsible ?? null, today),
    agreement: {
      ...(await partiesOf(tx, cycle, today)),
      earlier: {
        parents: row.parentConsultation && row.parentConsultationNote,
        pupil: row.pupilConsultation && row.pupilConsultationNote,
      },
    },
  }
}
