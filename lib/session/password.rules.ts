/** Fewest characters of a password; length is worth more than strange signs. */
export const PASSWORD_MIN = 12

/** Longer ones are refused: hashing must not be a way to keep the server busy. */
export const PASSWORD_MAX = 200

/** What the password hides behind: digits and signs at its ends and capitals add nothing to a common word. */
const bare = (password: string) => password.toLowerCase().replace(/^[^a-z]+|[^a-z]+$/g, '')

/**
 * Why this cannot be the password, in the words the person reads; null when it can.
 * `common` is a list of passwords that many people use; `about` are words anyone at the school could guess.
 */
export function passwordProblem(
  password: string,
  common: ReadonlySet<string>,
  about: readonly string[],
): string | null {
  if (password.length < PASSWORD_MIN)
    return `Password must be ${PASSWORD_MIN} characters or more. Three or four words that do not belong together are easy to remember`
  if (password.length > PASSWORD_MAX) return `Password must be ${PASSWORD_MAX} characters or less`
  if (new Set(password).size < 5) return 'Password must not be the same few characters again and again'
  const word = bare(password)
  if (common.has(password.toLowerCase()) || common.has(word) || halvesAreCommon(word, common))
    return 'Choose a password that fewer people use: this one is on the lists that are tried first'
  if (
    about.some(
      (known) =>
        known.length > 3 &&
        password.toLowerCase().includes(known.toLowerCase()) &&
        password.length - known.length < 8,
    )
  )
    return 'Password must not be made of your name, your email address or the name of the school'
  return null
}

/** 'passwordpassword' and 'letmeinletmein' are one common word said twice. */
const halvesAreCommon = (word: string, common: ReadonlySet<string>) => {
  const half = word.slice(0, word.length / 2)
  return word.length % 2 === 0 && word === half + half && common.has(half)
}
