import { FORMATS, NOT_HELD_WAYS, PUPIL_PARTS } from '@/lib/parent-meeting/record.rules'
import { notHeldWords, pupilPartWords } from '@/lib/parent-meeting/record.words'
import { formatWords } from '@/lib/parent-meeting/words'

export type Option = { value: string; label: string; hint?: string }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The ways to meet, as radios offer them. */
export const formatOptions: readonly Option[] = FORMATS.map((value) => ({
  value,
  label: capital(formatWords[value]),
}))

/** The pupil's part, as radios offer it (6.70). */
export const pupilPartOptions: readonly Option[] = PUPIL_PARTS.map((value) => ({
  value,
  label: pupilPartWords[value],
}))

/** How a booked meeting came to nothing, as radios offer it. */
export const notHeldOptions: readonly Option[] = NOT_HELD_WAYS.map((value) => ({
  value,
  label: notHeldWords[value],
}))
