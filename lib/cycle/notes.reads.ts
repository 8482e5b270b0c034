import 'server-only'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { outcomeNotes } from '@/lib/outcome/notes.words'
import { needsToday, targetsSetAgain } from '@/lib/outcome/plan.reads'
import type { GentleNote } from '@/lib/outcome/rules'
import { needsWithoutOutcome } from '@/lib/outcome/unmet.rules'
import { againWords } from '@/lib/outcome/whole.words'
import type { SchoolTx } from '@/lib/platform/db'
import { provisionNotes } from '@/lib/provision/rules'
import type { Plan } from './plan.reads'

/**
 * Thoughts about a plan, by the outcome or provision they are about; they stop nothing. A target that is set for the third
 * time is pointed out in a plan in force too (7.1, 6.54).
 */
export async function planNotes(
  tx: SchoolTx,
  plan: Plan,
  isDraft: boolean,
  today: IsoDate,
): Promise<Record<string, GentleNote[]>> {
  const again = await targetsSetAgain(tx, plan.pupilId, plan.number)
  const asked = (outcomeId: string): GentleNote[] =>
    again.filter(({ id }) => id === outcomeId).map((set) => ({ part: 'again', message: againWords(set) }))
  return Object.fromEntries([
    ...plan.outcomes.map(
      (outcome) =>
        [
          outcome.id,
          [
            ...(isDraft ? outcomeNotes(outcome, { reviewDue: plan.reviewDue, today }) : []),
            ...asked(outcome.id),
          ],
        ] as [string, GentleNote[]],
    ),
    ...(isDraft ? plan.provisions : []).map(
      (provision) => [provision.id, provisionNotes(provision, plan)] as [string, GentleNote[]],
    ),
  ])
}

/** The pupil's needs that no outcome of the plan answers (6.40). */
export const needsNotMet = async (tx: SchoolTx, plan: Plan, today: IsoDate) =>
  needsWithoutOutcome(await needsToday(tx, plan.pupilId, today), plan.outcomes)
