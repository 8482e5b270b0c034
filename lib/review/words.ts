import type { OutcomeRating, ReviewDecision } from './decision.rules'

/** What happens next, as it is chosen and as it is shown. */
export const decisionWords: Record<ReviewDecision, string> = {
  continue: 'Carry on with the same support',
  'change-support': 'Change the support',
  'involve-specialist': 'Involve a specialist',
  'request-ehc-needs-assessment': 'Ask the local authority for an EHC needs assessment',
  'step-down': 'SEN support is no longer needed',
}

/** What each decision leads to, as a hint under its choice. */
export const decisionHints: Record<ReviewDecision, string> = {
  continue: 'The next cycle opens with what has not been reached, filled in',
  'change-support': 'The next cycle opens with what has not been reached, for you to change',
  'involve-specialist': 'With the parents: they are always part of this decision (6.59)',
  'request-ehc-needs-assessment': 'Tell the parents before you ask. They may ask themselves at any time',
  'step-down': 'No further cycle opens. The SENCO then ends SEN support on the pupil’s page',
}

/** How an outcome went, from much less to much more than expected. */
export const ratingWords: Record<OutcomeRating, string> = {
  [-2]: 'Much less than expected',
  [-1]: 'Less than expected',
  0: 'As expected',
  1: 'More than expected',
  2: 'Much more than expected',
}

/** How the outcomes of a review went, in one line: "2 of 3 outcomes as expected or better". */
export function ratingsLine({
  less,
  asExpected,
  more,
}: {
  less: number
  asExpected: number
  more: number
}): string {
  const all = less + asExpected + more
  return `${asExpected + more} of ${all} ${all === 1 ? 'outcome' : 'outcomes'} as expected or better`
}

/** How late a review was held, for ever: "Reviewed 19 days late", "Reviewed on the day or before" (R16). */
export const heldWords = (daysLate: number) =>
  daysLate === 0
    ? 'Reviewed by the agreed day'
    : `Reviewed ${daysLate} ${daysLate === 1 ? 'day' : 'days'} late`

/** What to think about when writing how the support went (a local guide's five questions, P65 to P69). */
export const supportQuestions: readonly string[] = [
  'Is it working, and how much difference does it make?',
  'Was it given as planned: by the right person, trained if need be, often enough?',
  'How does the pupil respond, in behaviour too?',
  'What does the pupil say about it?',
]
