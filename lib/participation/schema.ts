import { z } from 'zod'
import {
  ALWAYS,
  chooseOne,
  dateBoxes,
  optionalText,
  optionalWholeNumber,
  requiredText,
} from '@/lib/platform/text.schema'
import { ACTIVITIES, JOINED } from './rules'

/** How long a short answer, and one of some lines, may be. */
export const SHORT_TEXT = 200
export const LINES = 500

/** How a pupil joined in with the others, or did not (6.2, P57). */
export const participationForm = z
  .object({
    formKey: z.uuid('Open the page again'),
    happenedOn: dateBoxes('the day it is about'),
    activity: chooseOne(ACTIVITIES, 'what it was'),
    what: requiredText('which one it was', SHORT_TEXT),
    joined: chooseOne(JOINED, 'how it went'),
    minutes: optionalWholeNumber('minutes', 1, 600),
    why: optionalText('why', LINES),
    changed: optionalText('what was changed', LINES),
  })
  .superRefine(({ joined, why, changed }, ctx) => {
    if (joined === 'joined' && changed === null)
      ctx.addIssue({
        code: 'custom',
        path: ['changed'],
        message: 'Enter what was changed so that they could join in',
      })
    if ((joined === 'could-not-join' || joined === 'missed-for-support') && why === null)
      ctx.addIssue({
        code: 'custom',
        path: ['why'],
        message:
          joined === 'could-not-join'
            ? 'Enter why they could not join in'
            : 'Enter which help was given then',
      })
  }, ALWAYS)

export type ParticipationForm = z.output<typeof participationForm>
