import { longDate } from '@/lib/calendar/iso-date'
import { copyMethodWords } from '@/lib/parent-meeting/record.words'
import type { DiscussionNote, EarlyMissing, Phase } from './rules'

/** "Farah Khan, handed over, 14 October 2026". */
export const copyLine = ({ name, method, on }: DiscussionNote['copies'][number]) =>
  `${name}, ${copyMethodWords[method].toLowerCase()}, ${longDate(on)}`

/** What the phases are called in a sentence. */
export const phaseWords: Record<Phase, string> = {
  'early-years': 'the early years',
  primary: 'primary school',
  secondary: 'secondary school',
  'post-16': 'the years after 16',
}

/** What is missing of an early discussion, in a sentence (R03). */
export const missingWords = ({ what }: Pick<EarlyMissing, 'what'>) =>
  what === 'no-note'
    ? 'The early discussion with pupil and parents is not written down'
    : 'The note of the early discussion is not with every parent yet'

/** The parts of the note with the question each answers, in the order of the Code (6.39). */
export const noteParts = (note: DiscussionNote, givenName: string): { term: string; is: string }[] =>
  [
    { term: 'Who was there', is: note.attended },
    { term: `What ${givenName} does well`, is: note.strengths },
    { term: 'What is hard', is: note.difficulties },
    { term: 'What concerns the parents', is: note.parentConcerns },
    { term: 'What may lie behind it', is: note.mayLieBehind ?? '' },
    { term: 'What we want to reach', is: note.agreedOutcomes },
    { term: 'What happens next', is: note.nextSteps },
  ].filter(({ is }) => is !== '')
