import { z } from 'zod'
import { chooseOne, optionalText, requiredText } from '@/lib/platform/text.schema'
import { LINE_KINDS, type LineKind } from './rules'

/** How long a short answer, and one of some lines, may be. */
export const SHORT_TEXT = 100
export const LINES = 500

/** One line of a plan for every day. */
export const planLineForm = z.object({
  kind: chooseOne(LINE_KINDS, 'what kind of line it is'),
  words: requiredText('what is agreed', LINES),
  about: optionalText('the subject', SHORT_TEXT),
  who: optionalText('who does it', SHORT_TEXT),
  howOften: optionalText('how often', SHORT_TEXT),
})

export type PlanLineForm = z.output<typeof planLineForm>

const kind = z.enum(LINE_KINDS).nullable().catch(null)

/** Which kind an address asks to add; what it does not know is taken as not said. */
export const kindAsked = (asked: string | string[] | undefined): LineKind | null => kind.parse(asked ?? null)
