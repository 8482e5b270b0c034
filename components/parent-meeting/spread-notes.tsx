import type { Spread } from '@/lib/parent-meeting/spread.rules'
import { spreadSentences } from '@/lib/parent-meeting/spread.words'

/** How the meetings lie over the year, beside the state and never part of it. */
export function SpreadNotes({ spread }: { spread: Spread }) {
  return spreadSentences(spread).map((sentence) => (
    <p className="small soft" key={sentence}>
      {sentence}
    </p>
  ))
}
