/** A need of the pupil, and the needs each outcome of the plan answers. */
type Need = { readonly code: string; readonly name: string }
type Answers = { readonly needs: readonly string[] }

/** The pupil's needs that no outcome of the plan answers (6.40, 6.48): shown, and never in the way of a draft. */
export const needsWithoutOutcome = (needs: readonly Need[], outcomes: readonly Answers[]): Need[] =>
  outcomes.length === 0
    ? []
    : needs.filter(({ code }) => !outcomes.some((outcome) => outcome.needs.includes(code)))
