import { z } from 'zod'
import {
  ALWAYS,
  chooseOne,
  dateBoxes,
  optionalDateBoxes,
  optionalText,
  requiredText,
} from '@/lib/platform/text.schema'
import { opensNextCycle, OUTCOME_RATINGS, type OutcomeRating, REVIEW_DECISIONS } from './decision.rules'

/** How long a short answer, one of some lines, and a text of several paragraphs may be. */
export const SHORT_TEXT = 200
export const LINES = 500
export const LONG_TEXT = 4000

const asRating = (given: string) => OUTCOME_RATINGS.find((rating) => String(rating) === given)

const rating = z
  .string()
  .default('')
  .transform((given, ctx): OutcomeRating => {
    const chosen = asRating(given)
    if (chosen !== undefined) return chosen
    ctx.issues.push({ code: 'custom', input: given, message: 'Select how this outcome went' })
    return z.NEVER
  })

/** How one outcome went: the rating, where the pupil is now, and what shows it (6.54). */
export const outcomeRatingForm = z.object({
  rating,
  attained: requiredText('where the pupil is now', SHORT_TEXT),
  evidence: requiredText('what shows it', LINES),
})

type Views = { said: string | null; missing: string | null }
const neither = ({ said, missing }: Views) => said === null && missing === null

/** The review that closes a cycle, with what the next one begins from (6.53, 6.54). */
export const reviewForm = z
  .object({
    heldOn: dateBoxes('the date of the review'),
    ratings: z.record(z.uuid(), outcomeRatingForm).default({}),
    parentViews: optionalText('what the parents say', LONG_TEXT),
    parentViewsMissing: optionalText('why the parents’ views could not be had', LINES),
    pupilViews: optionalText('what the pupil says', LONG_TEXT),
    pupilViewsMissing: optionalText('why the pupil’s views could not be had', LINES),
    support: requiredText('how the support went', LONG_TEXT),
    decision: chooseOne(REVIEW_DECISIONS, 'what happens next'),
    decisionReason: requiredText('the reason for the decision', LONG_TEXT),
    nextStartsOn: optionalDateBoxes('the first day of the next cycle'),
    nextReviewDue: optionalDateBoxes('the next review date'),
  })
  .superRefine((form, ctx) => {
    const add = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
    // R17: the views, or why they could not be had, attempts and all.
    if (neither({ said: form.parentViews, missing: form.parentViewsMissing }))
      add('parentViews', 'Enter what the parents say, or why their views could not be had')
    if (neither({ said: form.pupilViews, missing: form.pupilViewsMissing }))
      add('pupilViews', 'Enter what the pupil says, or why their views could not be had')
    if (!REVIEW_DECISIONS.includes(form.decision) || !opensNextCycle(form.decision)) return
    if (form.nextStartsOn === null) add('nextStartsOn', 'Enter the first day of the next cycle')
    if (form.nextReviewDue === null) add('nextReviewDue', 'Enter the next review date')
  }, ALWAYS)

export type ReviewForm = z.output<typeof reviewForm>
