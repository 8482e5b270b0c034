import { z } from 'zod'
import {
  ALWAYS,
  chooseOne,
  dateBoxes,
  optionalDateBoxes,
  optionalText,
  requiredText,
  ticked,
} from '@/lib/platform/text.schema'
import {
  GIVEN_BY,
  LIFECYCLES,
  opensNextCycle,
  OUTCOME_RATINGS,
  type OutcomeRating,
  PROVISION_DECISIONS,
  QUALITIES,
  REVIEW_DECISIONS,
  TRAINED,
  TRENDS,
  WORKS,
} from './decision.rules'

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

/** How one outcome went: the rating, where the pupil is now, what shows it, and what becomes of it (6.54, P66, P70). */
export const outcomeRatingForm = z
  .object({
    rating,
    attained: requiredText('where the pupil is now', SHORT_TEXT),
    evidence: requiredText('what shows it', LINES),
    trend: chooseOne(TRENDS, 'whether it is improving'),
    why: optionalText('why it is below expected', LINES),
    whyNotKnown: ticked(),
    lifecycle: chooseOne(LIFECYCLES, 'what becomes of this outcome'),
  })
  .superRefine((form, ctx) => {
    if (form.rating < 0 && form.why === null && !form.whyNotKnown)
      ctx.addIssue({
        code: 'custom',
        path: ['why'],
        message: 'Enter why it is below expected, or tick that it is not known yet',
      })
  }, ALWAYS)

/** How one provision was given, what it did and what becomes of it (P62, P65 to P68). */
export const provisionVerdictForm = z
  .object({
    givenBy: chooseOne(GIVEN_BY, 'who gave it'),
    givenByNote: optionalText('who else gave it', SHORT_TEXT),
    trained: chooseOne(TRAINED, 'whether they were trained for it'),
    works: chooseOne(WORKS, 'what difference it makes'),
    quality: chooseOne(QUALITIES, 'how well it was given'),
    reaction: optionalText('how the pupil reacts to it', LINES),
    decision: chooseOne(PROVISION_DECISIONS, 'whether it continues'),
    reason: requiredText('why', LINES),
  })
  .superRefine((form, ctx) => {
    if (GIVEN_BY.includes(form.givenBy) && form.givenBy !== 'as-planned' && form.givenByNote === null)
      ctx.addIssue({ code: 'custom', path: ['givenByNote'], message: 'Enter who else gave it' })
  }, ALWAYS)

type Views = { said: string | null; missing: string | null }
const neither = ({ said, missing }: Views) => said === null && missing === null

/** The review that closes a cycle, with what the next one begins from (6.53, 6.54). */
export const reviewForm = z
  .object({
    heldOn: dateBoxes('the date of the review'),
    ratings: z.record(z.uuid(), outcomeRatingForm).default({}),
    provisions: z.record(z.uuid(), provisionVerdictForm).default({}),
    parentViews: optionalText('what the parents say', LONG_TEXT),
    parentViewsMissing: optionalText('why the parents’ views could not be had', LINES),
    invitedFirst: optionalDateBoxes('the day of the first invitation'),
    invitedSecond: optionalDateBoxes('the day of the second invitation'),
    pupilAskedOn: optionalDateBoxes('the day the pupil was asked'),
    pupilViews: optionalText('what the pupil says', LONG_TEXT),
    pupilViewsMissing: optionalText('why the pupil’s views could not be had', LINES),
    support: optionalText('what else there is to say about the support', LONG_TEXT),
    parentsSayNext: optionalText('what the parents say about what comes next', LONG_TEXT),
    pupilSaysNext: optionalText('what the pupil says about what comes next', LONG_TEXT),
    decision: chooseOne(REVIEW_DECISIONS, 'what happens next'),
    decisionReason: requiredText('the reason for the decision', LONG_TEXT),
    unchangedReason: optionalText('why the same support is given more time', LONG_TEXT),
    nextStartsOn: optionalDateBoxes('the first day of the next cycle'),
    nextReviewDue: optionalDateBoxes('the next review date'),
    teacherId: z.uuid('Select the teacher').prefault(''),
    sencoId: z.uuid('Select the SENCO').prefault(''),
    /** Which save of the draft the page was opened with; 0 where there was none. */
    draftVersion: z.string().optional(),
  })
  .superRefine((form, ctx) => {
    const add = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
    // R17: the views, or why they could not be had, attempts and all.
    if (neither({ said: form.parentViews, missing: form.parentViewsMissing }))
      add('parentViews', 'Enter what the parents say, or why their views could not be had')
    if (neither({ said: form.pupilViews, missing: form.pupilViewsMissing }))
      add('pupilViews', 'Enter what the pupil says, or why their views could not be had')
    // P61: whoever took part has a say in what comes next.
    if (form.parentViews !== null && form.parentsSayNext === null)
      add('parentsSayNext', 'Enter what the parents say about what comes next')
    if (form.pupilViews !== null && form.pupilSaysNext === null)
      add('pupilSaysNext', 'Enter what the pupil says about what comes next')
    if (!REVIEW_DECISIONS.includes(form.decision) || !opensNextCycle(form.decision)) return
    if (form.nextStartsOn === null) add('nextStartsOn', 'Enter the first day of the next cycle')
    if (form.nextReviewDue === null) add('nextReviewDue', 'Enter the next review date')
  }, ALWAYS)

/** A round of reviews: what was typed for each pupil, which is checked only when one is signed off. */
export const roundForm = z.object({ drafts: z.record(z.string(), z.unknown()).default({}) })

/** Another day for a review, with why (R15). */
export const moveReviewForm = z.object({
  to: dateBoxes('the new day'),
  reason: requiredText('why the day is changed', LINES),
})

/** What a parent or the pupil said after the review was recorded; without words, one more invitation (R17). */
export const laterViewsForm = z
  .object({
    whose: chooseOne(['parent', 'pupil'], 'whose views these are'),
    onDay: dateBoxes('the day'),
    words: optionalText('what was said', LONG_TEXT),
  })
  .superRefine((form, ctx) => {
    if (form.whose === 'pupil' && form.words === null)
      ctx.addIssue({ code: 'custom', path: ['words'], message: 'Enter what the pupil said' })
  }, ALWAYS)

export type ReviewForm = z.output<typeof reviewForm>
export type MoveReviewForm = z.output<typeof moveReviewForm>
export type LaterViewsForm = z.output<typeof laterViewsForm>
