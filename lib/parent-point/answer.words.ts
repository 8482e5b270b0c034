import { dayAndMonth } from '@/lib/calendar/iso-date'
import type { ListedPoint, PointAnswer, PointOutcome } from './answer.rules'

/** What becomes of a thing a parent brought, as it is offered. */
export const outcomeWords: Record<PointOutcome, string> = {
  talked: 'We talked about it',
  answered: 'It is answered',
  carried: 'It is carried forward',
}

/** What became of it, in a sentence (P86). */
export function answerSentence({ outcome, words, carriedTo }: PointAnswer): string {
  const said = {
    talked: 'Talked about',
    answered: 'Answered',
    carried: `Carried forward to ${carriedTo ?? 'the school'}`,
  }[outcome]
  return words ? `${said}: ${words}` : said
}

/** Where a point comes from: carried forward, and by whom it was to be answered, or brought now. */
export function cameFrom({ broughtOn, earlier }: ListedPoint): string | null {
  if (earlier?.outcome === 'carried') return `Carried forward to ${earlier.carriedTo ?? 'the school'}`
  return broughtOn ? `Not answered at the meeting on ${dayAndMonth(broughtOn)}` : null
}
