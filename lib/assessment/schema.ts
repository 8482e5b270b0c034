import { z } from 'zod'
import {
  ALWAYS,
  chooseOne,
  dateBoxes,
  optionalChoice,
  optionalDateBoxes,
  optionalText,
  requiredText,
} from '@/lib/platform/text.schema'
import { SOURCE_KINDS, VIEWS_HOW } from './rules'

/** How long a short answer may be. */
export const SHORT_TEXT = 200
/** How long a text of several paragraphs may be. */
export const LONG_TEXT = 4000

/** One source of 6.45: who said it, when, what, and who may read it. */
export const sourceForm = z.object({
  kind: chooseOne(SOURCE_KINDS, 'what kind of source this is'),
  saidBy: requiredText('who said it', SHORT_TEXT),
  saidOn: dateBoxes('the day it was said'),
  words: requiredText('what was said or found', LONG_TEXT),
  audience: chooseOne(['staff', 'parents'], 'who may read it'),
})

/** The parents' views: whose, when, and in which words (6.45). */
export const parentViewsForm = z
  .object({
    parentViews: optionalText('what the parents say', LONG_TEXT),
    parentViewsFrom: optionalText('whose views these are', SHORT_TEXT),
    parentViewsOn: optionalDateBoxes('the day they said it'),
  })
  .superRefine(({ parentViews, parentViewsFrom, parentViewsOn }, ctx) => {
    if (parentViews === null) return
    if (parentViewsFrom === null)
      ctx.addIssue({ code: 'custom', path: ['parentViewsFrom'], message: 'Enter whose views these are' })
    if (parentViewsOn === null)
      ctx.addIssue({ code: 'custom', path: ['parentViewsOn'], message: 'Enter the day they said it' })
  }, ALWAYS)

/** The pupil's views: how they were gathered, when, and in which words (6.45, domain.md 7.3). */
export const pupilViewsForm = z
  .object({
    pupilViewsHow: optionalChoice(VIEWS_HOW, 'how the views were gathered'),
    pupilViews: optionalText('what the pupil says', LONG_TEXT),
    pupilViewsOn: optionalDateBoxes('the day they said it'),
  })
  .superRefine(({ pupilViews, pupilViewsHow, pupilViewsOn }, ctx) => {
    if (pupilViews !== null && pupilViewsHow === null)
      ctx.addIssue({ code: 'custom', path: ['pupilViewsHow'], message: 'Select how the views were gathered' })
    if ((pupilViews !== null || pupilViewsHow !== null) && pupilViewsOn === null)
      ctx.addIssue({
        code: 'custom',
        path: ['pupilViewsOn'],
        message: 'Enter the day they said it, or were asked',
      })
  }, ALWAYS)

/** What it all comes to: strengths, barriers and the summary of need (6.45). */
export const summaryForm = z.object({
  strengths: optionalText('what the pupil does well', LONG_TEXT),
  barriers: optionalText('what gets in the way', LONG_TEXT),
  summary: optionalText('the summary of need', LONG_TEXT),
})

export type SourceForm = z.output<typeof sourceForm>
export type ParentViewsForm = z.output<typeof parentViewsForm>
export type PupilViewsForm = z.output<typeof pupilViewsForm>
export type SummaryForm = z.output<typeof summaryForm>
