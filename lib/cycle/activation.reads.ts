import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { fromDateColumn, fromDateColumnOrNull } from '@/lib/platform/date-column'
import type { SchoolTx } from '@/lib/platform/db'
import type { ParentConsultation, PlanToActivate, PupilConsultation } from './activation.rules'
import { RESPONSIBLE_ROLES } from './policy'

// Someone who left, or no longer teaches, cannot answer for a plan that begins now.
const isResponsible = (member: { role: string; untilOn: Date | null } | null, today: IsoDate) =>
  member !== null &&
  RESPONSIBLE_ROLES.some((role) => role === member.role) &&
  (member.untilOn === null || fromDateColumn(member.untilOn) >= today)

/** A plan as the rule that lets it begin reads it, in the order of the page. */
export async function planToActivate(tx: SchoolTx, cycleId: string, today: IsoDate): Promise<PlanToActivate> {
  const row = await tx.cycle.findFirstOrThrow({
    where: { id: cycleId },
    select: {
      reviewDue: true,
      responsible: { select: { role: true, untilOn: true } },
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
      provisions: {
        where: { removedAt: null },
        orderBy: { id: 'asc' },
        select: { id: true, what: true, outcomes: { select: { outcomeId: true } } },
      },
    },
  })
  return {
    outcomes: row.outcomes.map(({ byOn, ...outcome }) => ({ ...outcome, by: fromDateColumnOrNull(byOn) })),
    provisions: row.provisions.map(({ id, what, outcomes }) => ({
      id,
      what,
      outcomeIds: outcomes.map(({ outcomeId }) => outcomeId),
    })),
    reviewDue: fromDateColumnOrNull(row.reviewDue),
    responsibleTeacher: isResponsible(row.responsible, today),
    parentConsultation: row.parentConsultation as ParentConsultation | null,
    parentConsultationNote: row.parentConsultationNote,
    pupilConsultation: row.pupilConsultation as PupilConsultation | null,
    pupilConsultationNote: row.pupilConsultationNote,
  }
}
