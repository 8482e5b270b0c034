import { z } from 'zod'
import { chooseOne, dateBoxes, optionalText } from '@/lib/platform/text.schema'
import { ANSWERS, METHODS } from './agreement.rules'

/** How long what somebody said, and what came of an attempt, may be. */
export const SAID = 4000
export const CAME_OF_IT = 500

/** What one person says of the plan (6.48); partly and no are said in words too. */
export const answerForm = z.object({
  answer: chooseOne(ANSWERS, 'what they say of the plan'),
  said: optionalText('what they said', SAID),
  method: chooseOne(METHODS, 'how they were asked'),
  on: dateBoxes('the day'),
})

/** One attempt to reach somebody about the plan. */
export const attemptForm = z.object({
  madeOn: dateBoxes('the day'),
  method: chooseOne(METHODS, 'how you tried'),
  cameOfIt: optionalText('what came of it', CAME_OF_IT),
})

export type AnswerForm = z.output<typeof answerForm>
export type AttemptForm = z.output<typeof attemptForm>
