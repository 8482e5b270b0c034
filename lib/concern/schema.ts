import { z } from 'zod'
import {
  ALWAYS,
  chooseAny,
  chooseOne,
  chooseSome,
  dateBoxes,
  optionalDateBoxes,
  optionalText,
  requiredText,
} from '@/lib/platform/text.schema'
import { CONCERN_REASONS, type ConcernReason, decisionReasonsProblem } from './decision.rules'
import { type ConcernDecision, DECISIONS, RAISED_BY, SIGNS } from './rules'
import { EFFECTS } from './strategy.rules'

/** Characters for a concern and for its answer. */
export const WORDS_MAX = 4000

/** A concern in the words of whose it is; the signs of 6.17 are for staff, the parent for a parent's (P02, P08, P17). */
export const concernForm = z
  .object({
    raisedBy: chooseOne(RAISED_BY, 'whose concern this is'),
    contactId: z
      .union([z.literal(''), z.uuid('Select the parent or carer')], 'Select the parent or carer')
      .default('')
      .transform((given) => (given === '' ? null : given)),
    raisedOn: dateBoxes('the day the concern was raised'),
    words: requiredText('the concern', WORDS_MAX),
    signs: chooseAny(SIGNS, 'signs from the list'),
    /** The pupil's line of a class check, where the concern came of one. */
    checkedId: z
      .union([z.literal(''), z.uuid()])
      .default('')
      .transform((given) => (given === '' ? null : given)),
  })
  .refine(({ raisedBy, contactId }) => raisedBy !== 'parent' || contactId !== null, {
    path: ['contactId'],
    message: 'Select the parent or carer whose concern this is',
  })

/** A worry as a parent writes it on the family's page, and whether they would like to talk about it (P88). */
export const worryForm = z.object({
  words: requiredText('what worries you', WORDS_MAX),
  asksToTalk: chooseOne(['yes', 'no'], 'whether you would like to talk about it').transform(
    (given) => given === 'yes',
  ),
})

/** Characters for a short answer. */
export const SHORT_MAX = 500

/**
 * A decision on a concern: what, on what it rests, why, when, and how a family's concern sits beside the school's own
 * assessment (6.21 to 6.24, 6.45, P03).
 */
export const concernAnswerForm = z
  .object({
    decision: chooseOne(DECISIONS, 'what was decided'),
    reasons: chooseSome(CONCERN_REASONS, 'what the decision rests on'),
    answer: requiredText('the reason, and what was said to whoever raised it', WORDS_MAX),
    comparison: optionalText('what the school’s own assessment says', WORDS_MAX),
    noStrategiesBecause: optionalText('why no strategy was tried first', SHORT_MAX),
    lookAgainOn: optionalDateBoxes('the day to look again'),
    answeredOn: dateBoxes('the day it was answered'),
  })
  .superRefine((given: { decision?: ConcernDecision; reasons?: ConcernReason[] }, ctx) => {
    const { decision, reasons } = given
    const problem = decision && reasons && decisionReasonsProblem(decision, reasons)
    if (problem) ctx.addIssue({ code: 'custom', path: ['reasons'], message: problem })
  }, ALWAYS)

/** A strategy that is being tried: what, and from which day (6.19). */
export const strategyForm = z.object({
  what: requiredText('what is being tried', SHORT_MAX),
  fromOn: dateBoxes('the first day'),
})

/** What came of a strategy, and until when it was tried. */
export const strategyEffectForm = z.object({
  untilOn: dateBoxes('the last day'),
  effect: chooseOne(EFFECTS, 'what came of it'),
  effectWords: optionalText('what was seen', SHORT_MAX),
})

/** With whom a decision was talked over, when, and whether they were given a note of it (P04). */
export const talkForm = z.object({
  who: z
    .array(z.string())
    .default([])
    .refine((given) => given.length > 0, 'Select who it was talked over with'),
  talkedOn: dateBoxes('the day of the talk'),
  words: optionalText('what they said', WORDS_MAX),
  noteGiven: chooseOne(['yes', 'no'], 'whether they were given a note of it'),
})

export type WorryForm = z.output<typeof worryForm>
export type ConcernForm = z.output<typeof concernForm>
export type ConcernAnswerForm = z.output<typeof concernAnswerForm>
export type StrategyForm = z.output<typeof strategyForm>
export type StrategyEffectForm = z.output<typeof strategyEffectForm>
export type TalkForm = z.output<typeof talkForm>
