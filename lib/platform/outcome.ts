/** A refusal the person can put right, against the field that would put it right; `form` where no one field would. */
export type Problem = {
  field: string
  message: string
  /** What somebody else has saved meanwhile, to read beside what was typed. */
  stored?: readonly { readonly label: string; readonly text: string }[]
}

/**
 * What a command hands back: the thing done, or why the field's rules say no. Anything else is thrown. `seen` is the
 * version that a person who was overtaken has now been shown, and may save over.
 */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: Problem[]; seen?: number }

/** One refusal in a sentence, against one field. */
export const refuse = (field: string, message: string) => ({
  ok: false as const,
  problems: [{ field, message }],
})
