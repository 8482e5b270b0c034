import type { SuggestionAnswerKind } from './rules'

/** An answer as it is chosen and read. */
export const answerWords: Record<SuggestionAnswerKind, string> = {
  'in-the-plan': 'It is in the plan',
  tried: 'It was tried',
  'not-now': 'Not now',
}

/** What each asks of whoever answers. */
export const answerHints: Record<SuggestionAnswerKind, string> = {
  'in-the-plan': 'Say which part of the plan it became',
  tried: 'Say when, and what came of it',
  'not-now': 'Say why, kindly, and when you will think of it again',
}
