import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Progress } from './rules'

/** What a check says of a pupil, as it is chosen and as it is shown. */
export const progressWords: Record<Progress, string> = {
  'as-expected': 'As expected',
  'less-than-expected': 'Less than expected',
  'too-early': 'Too early to say',
}

/** When a class was last checked: "Checked on 12 October 2026", "Not checked yet". */
export const lastCheckedWords = (lastCheckedOn: IsoDate | null): string =>
  lastCheckedOn === null ? 'Not checked yet' : `Last checked on ${longDate(lastCheckedOn)}`

/** How many classes of the school have not been checked this term: a sentence for those who lead. */
export function uncheckedWords(unchecked: readonly { name: string }[], term: string | null): string | null {
  if (unchecked.length === 0) return null
  const classes = unchecked.length === 1 ? 'One class has' : `${unchecked.length} classes have`
  return `${classes} not been checked ${term ? `in the ${term.toLowerCase()} term` : 'this term'}: ${unchecked.map(({ name }) => name).join(', ')}`
}
