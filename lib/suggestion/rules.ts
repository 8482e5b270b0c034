import type { IsoDate } from '@/lib/calendar/iso-date'

/** What the school answers to the help a parent suggests (P19). */
export const SUGGESTION_ANSWERS = ['in-the-plan', 'tried', 'not-now'] as const

export type SuggestionAnswerKind = (typeof SUGGESTION_ANSWERS)[number]

/** One answer, as the parent reads it; a later one stands before the earlier. */
export type SuggestionAnswerLine = {
  readonly answer: SuggestionAnswerKind
  /** What of the plan it became, in the words of the plan. */
  readonly takenAs: string | null
  readonly reason: string | null
  readonly by: string
  readonly on: IsoDate
}

/** Which extra help a parent thinks would work; no words: they were asked and had none in mind (P19). */
export type SuggestionLine = {
  readonly id: string
  readonly from: string
  readonly saidOn: IsoDate
  readonly words: string | null
  readonly answers: readonly SuggestionAnswerLine[]
}

/** The suggestions that have no answer yet; having had none in mind asks for none. */
export const unanswered = (suggestions: readonly SuggestionLine[]): SuggestionLine[] =>
  suggestions.filter(({ words, answers }) => words !== null && answers.length === 0)

/** Why it cannot have been suggested on this day. */
export const suggestedOnProblem = (saidOn: IsoDate, today: IsoDate): string | null =>
  saidOn > today ? 'The day it was said must be today or in the past' : null
