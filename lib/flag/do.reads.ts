import 'server-only'
import { daysBetween, type IsoDate } from '@/lib/calendar/iso-date'
import type { SchoolCalendar } from '@/lib/calendar/school-days'
import { notedProvisions } from '@/lib/do-note/delivered.reads'
import { deliveredProvision, type NotedProvision, notLookedAtFor } from '@/lib/do-note/delivered.rules'
import { openQuestions } from '@/lib/do-note/note.reads'
import { measuredOutcomes } from '@/lib/measurement/reads'
import { underAim } from '@/lib/measurement/rules'
import type { Actor } from '@/lib/platform/actor'
import type { SchoolTx } from '@/lib/platform/db'
import { deliveryFlag, noteQuestionFlag, oversightFlag, underAimFlag } from './do.words'
import type { Flag } from './rules'

/**
 * What waits around Do: provisions not noted or given too little, points under the aim line, what a teacher has not
 * looked at, and questions about one's own notes (R12, R13; P49, P50, P56). Three statements, however many pupils.
 */
export async function doFlags(
  tx: SchoolTx,
  actor: Actor,
  calendar: SchoolCalendar,
  today: IsoDate,
): Promise<Flag[]> {
  const provisions = await notedProvisions(tx, 'in-force')
  const outcomes = await measuredOutcomes(tx, 'in-force')
  const questions = await openQuestions(tx, actor.membershipId)
  // An assistant notes what they give themselves; what others give is not theirs to chase.
  const isTheirs = ({ deliveredById }: NotedProvision) =>
    actor.role !== 'teaching-assistant' || deliveredById === actor.membershipId
  return [
    ...questions.map((question) => noteQuestionFlag(question, daysBetween(question.askedOn, today))),
    ...provisions
      .filter(isTheirs)
      .flatMap((provision) =>
        deliveredProvision(provision, calendar, today).flags.map((found) => deliveryFlag(provision, found)),
      ),
    ...outcomes.flatMap((outcome) => {
      const found = underAim(outcome)
      return found ? [underAimFlag(outcome, found)] : []
    }),
    ...provisions
      .filter(({ responsibleId }) => responsibleId === actor.membershipId)
      .flatMap((provision) => {
        const days = notLookedAtFor(provision, calendar, today)
        return days === null ? [] : [oversightFlag(provision, days)]
      }),
  ]
}
