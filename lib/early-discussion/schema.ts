import { z } from 'zod'
import { dateBoxes, optionalText, requiredText, ticked } from '@/lib/platform/text.schema'

/** Characters for each part of the note. */
export const PART_MAX = 4000
/** Characters for who was there. */
export const SHORT_MAX = 500

/** The short note of an early discussion, in the parts of Code of Practice 6.39. */
export const discussionForm = z.object({
  heldOn: dateBoxes('the day of the discussion'),
  attended: requiredText('who was there', SHORT_MAX),
  strengths: requiredText('what the pupil does well', PART_MAX),
  difficulties: requiredText('what is hard', PART_MAX),
  parentConcerns: requiredText('what concerns the parents', PART_MAX),
  mayLieBehind: optionalText('what may lie behind it', PART_MAX),
  agreedOutcomes: requiredText('the outcomes agreed', PART_MAX),
  nextSteps: requiredText('the next steps', PART_MAX),
  adviceMentioned: ticked(),
})

/** The day the family was told of the information, advice and support service (6.39, R04). */
export const adviceForm = z.object({ mentionedOn: dateBoxes('the day they were told') })

export type DiscussionForm = z.output<typeof discussionForm>
export type AdviceForm = z.output<typeof adviceForm>
