import { z } from 'zod'
import {
  chooseOne,
  optionalChoice,
  optionalText,
  optionalWholeNumber,
  requiredText,
} from '@/lib/platform/text.schema'
import { GIVERS, WAVES } from './rules'

/** How long a name, one of some lines, and a text of several paragraphs may be. */
export const SHORT_TEXT = 200
export const LINES = 500
export const LONG_TEXT = 4000

/** One entry of the school's catalogue (6.50; domain.md 7.4). */
export const catalogueForm = z.object({
  name: requiredText('what it is called', SHORT_TEXT),
  form: requiredText('what kind of support it is', 100),
  wave: chooseOne(WAVES, 'who it is for'),
  additional: chooseOne(['additional', 'ordinary'], 'whether it is beyond what others get'),
  delivererRole: optionalChoice(GIVERS, 'who usually gives it'),
  minutes: optionalWholeNumber('minutes', 1, 600),
  perWeek: optionalWholeNumber('times a week', 1, 50),
  weeks: optionalWholeNumber('weeks', 1, 60),
  groupSize: optionalWholeNumber('the number of pupils', 1, 60),
  training: optionalText('the training it needs', SHORT_TEXT),
  evidence: optionalText('why it is thought to work', LINES),
  steps: optionalText('how to run it', LONG_TEXT),
})

export type CatalogueForm = z.output<typeof catalogueForm>

/** A form of support of the school's own (P47). */
export const ownForm = z.object({ name: requiredText('what it is called', 100) })
