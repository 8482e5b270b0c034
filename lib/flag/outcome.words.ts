import { daysBetween, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { outcomesNotWhole, type PartOutcome } from '@/lib/outcome/whole.rules'
import { lacksWords } from '@/lib/outcome/whole.words'
import { addresses } from './addresses.rules'
import { countOf, whoWords } from './pupil.words'
import type { Flag } from './rules'

/** A plan in force, as far as R09 asks. */
type PlanInForce = {
  readonly pupilId: string
  readonly cycleId: string
  readonly name: string
  readonly className: string | null
  readonly responsible: string | null
  readonly activatedOn: IsoDate
  readonly outcomes: readonly PartOutcome[]
}

/** A plan in force with an outcome that lacks a start, a measure, a target, a date or an impact (R09; 6.48, 9.66). */
export function wholeFlag(plan: PlanInForce, today: IsoDate): Flag | null {
  const [first, ...others] = outcomesNotWhole({ isInForce: true, outcomes: plan.outcomes })
  if (!first) return null
  const more = others.length === 0 ? '' : `, and ${countOf(others.length, 'more outcome')}`
  return {
    kind: 'outcome-not-whole',
    group: 'at-risk',
    ruleId: 'R09',
    weight: daysBetween(plan.activatedOn, today),
    pupilId: plan.pupilId,
    act: `Complete an outcome of ${plan.name}’s plan`,
    path: addresses.plan(plan.pupilId, plan.cycleId),
    who: whoWords(
      [plan.className, plan.responsible],
      `“${first.outcome.willDo}” has ${lacksWords(first.missing)}${more}`,
    ),
    since: `Since ${longDate(plan.activatedOn)}`,
    source: 'Code 6.48',
  }
}
