import type { PupilMeetings } from '@/lib/parent-meeting/line.rules'
import { meetingsHeldWords, stateWords } from '@/lib/parent-meeting/words'

const WORDS: Record<string, string> = {
  arranged: 'The meeting is arranged',
  begun: 'That day has passed, so record who came and what was agreed',
  moved: 'The meeting is changed. Those invited by email are told',
  invited: 'The invitations are on their way',
  answered: 'The answer is saved',
  'not-held': 'Saved. You can arrange another meeting from the pupil’s page',
  held: 'Recorded as held',
  copies: 'Saved who has had a copy',
  signed: 'Signed off. Now give it to each parent',
  amended: 'Saved as a new version. Give it to each parent again',
  explained: 'The parent can read your answer',
}

/** What was just done, and after a change to a held meeting where the pupil now stands (6.65). */
export function savedWords(saved: string | undefined, { standing }: PupilMeetings): string | undefined {
  const words = WORDS[saved ?? '']
  return saved === 'held'
    ? `${words ?? ''}. That makes it ${meetingsHeldWords(standing)}: ${stateWords[standing.state]}`
    : words
}
