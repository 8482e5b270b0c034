import { z } from 'zod'
import { chooseOne, optionalDateBoxes, optionalText, ticked } from '@/lib/platform/text.schema'
import { ANSWERS, othersIn, WAYS_TO_ASK } from './rules'

/** How long texts may be; the hints say it. */
export const LIMITS = { short: 200, lines: 500, others: 8 } as const

const others = optionalText('people', LIMITS.lines * 2).transform((text, ctx): string[] => {
  const lines = othersIn(text)
  const message =
    lines.length > LIMITS.others
      ? `Enter at most ${LIMITS.others} people, one on each line`
      : lines.some((line) => line.length > LIMITS.short)
        ? `Each person must be ${LIMITS.short} characters or less`
        : null
  if (message) ctx.issues.push({ code: 'custom', input: text, message })
  return lines
})

const staff = z
  .array(z.string(), 'Select staff from the list')
  .default([])
  .refine((given) => given.every((id) => z.uuid().safeParse(id).success), 'Select staff from the list')

/** What an invitation says beyond the meeting itself: who else comes, what to read first, how to take part. */
export const arrangementShape = {
  staff,
  pupilInvited: ticked(),
  others,
  noteTaker: optionalText('name of who takes notes', LIMITS.short),
  joinBy: optionalText('how to take part', LIMITS.lines),
  papers: optionalText('papers', LIMITS.lines),
  papersSentOn: optionalDateBoxes('the day the papers were sent'),
  interpreter: optionalText('interpreter', LIMITS.short),
  accessNeeds: optionalText('access needs', LIMITS.lines),
}

/** Whom a meeting is with beyond the parents, what they need to know first, and how each parent is asked (6.65 to 6.69). */
export const inviteForm = z.object({
  by: z.record(z.uuid(), z.enum(['', ...WAYS_TO_ASK], 'Select how they are asked')).default({}),
  ...arrangementShape,
  formKey: z.uuid('Open the page again, then send the form'),
})

export type InviteForm = z.output<typeof inviteForm>

/** A parent's answer: the same on the link without an account and on the family's page (P76). */
export const answerForm = z
  .object({
    answer: chooseOne(ANSWERS, 'whether you can come'),
    bringing: optionalText('who comes with you', LIMITS.short),
    interpreter: optionalText('language', LIMITS.short),
    accessNeeds: optionalText('what you need', LIMITS.lines),
    betterTimes: optionalText('times that suit you', LIMITS.lines),
  })
  .superRefine(({ answer, betterTimes }, ctx) => {
    if (answer === 'another-time' && betterTimes === null)
      ctx.addIssue({ code: 'custom', path: ['betterTimes'], message: 'Enter days or times that suit you' })
  })

export type AnswerForm = z.output<typeof answerForm>

/** An answer that a parent gave to somebody at school. */
export const heardForm = answerForm.safeExtend({
  how: chooseOne(['phone', 'in-person', 'letter', 'email'], 'how they answered'),
})

export type HeardForm = z.output<typeof heardForm>
