import type {
  GivenBy,
  Lifecycle,
  OutcomeRating,
  ProvisionDecision,
  Quality,
  ReviewDecision,
  Trained,
  Trend,
  Works,
} from './decision.rules'

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
  'change-support': 'A new cycle opens with what goes on, for you to change',
  'involve-specialist': 'With the parents: they are always part of this decision (6.59)',
  'request-ehc-needs-assessment': 'Tell the parents before you ask. They may ask themselves at any time',
  'step-down':
    'For the SENCO or the headteacher: SEN support ends on the day of the review, two terms of watching begin, and the parents are told',
}

/** How an outcome went, from much less to much more than expected. */
export const ratingWords: Record<OutcomeRating, string> = {
  [-2]: 'Much less than expected',
  [-1]: 'Less than expected',
  0: 'As expected',
  1: 'More than expected',
  2: 'Much more than expected',
}

/** Whether the pupil is getting on. */
export const trendWords: Record<Trend, string> = {
  improving: 'Improving',
  steady: 'Staying the same',
  slipping: 'Slipping back',
}

/** What becomes of an outcome. */
export const lifecycleWords: Record<Lifecycle, string> = {
  achieved: 'Achieved',
  continuing: 'Continues in the next cycle',
  stopped: 'Stopped',
}

/** What becomes of a provision. */
export const provisionDecisionWords: Record<ProvisionDecision, string> = {
  continue: 'Continue as it is',
  adjust: 'Adjust it',
  stop: 'Stop it',
}

/** Who gave it. */
export const givenByWords: Record<GivenBy, string> = {
  'as-planned': 'The person the plan names',
  'partly-others': 'Partly somebody else',
  others: 'Mostly somebody else',
}

/** Whether they were trained for it. */
export const trainedWords: Record<Trained, string> = {
  trained: 'Trained for it',
  'not-needed': 'It needs no training',
  'not-trained': 'Not trained yet',
  'not-known': 'Not known',
}

/** What difference it makes. */
export const worksWords: Record<Works, string> = {
  much: 'A clear difference',
  some: 'Some difference',
  none: 'No difference yet',
  'not-known': 'Cannot tell yet',
}

/** How well it was given. */
export const qualityWords: Record<Quality, string> = {
  good: 'Well',
  mixed: 'Sometimes well',
  poor: 'Not well',
  'not-seen': 'Nobody has watched it',
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

/** What somebody is told whose draft was overtaken: nothing they typed is lost. */
export const savedSinceWords = (name: string) =>
  `${name} saved this review as a draft after you opened it. What you typed is still here: open the page in a new tab to see theirs. If you save again, your words stand, and theirs stay wherever your box is empty`

/** Why one pupil's part of a round was not kept: nothing typed is lost. */
export const notKeptWords = ({ is, savedBy }: { is: string; savedBy: string | null }) =>
  is === 'closed'
    ? 'This review has been recorded meanwhile, so your words were not kept with it. Copy them where you need them'
    : savedSinceWords(savedBy ?? 'Somebody')
