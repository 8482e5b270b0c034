/** What a parent needs at a meeting: an interpreter, or anything else that lets them take part. */
export type ContactNeeds = { readonly interpreter: string | null; readonly accessNeeds: string | null }

/** What a parent needs in one line, for whoever arranges a meeting: "Interpreter: Urdu. Large print". */
export const needsLine = ({ interpreter, accessNeeds }: ContactNeeds): string | null =>
  [interpreter && `Interpreter: ${interpreter}`, accessNeeds].filter(Boolean).join('. ') || null
