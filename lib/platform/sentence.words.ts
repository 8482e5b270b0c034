const ENDED = /[.!?…][”’"')]*$/

/** What somebody typed as a sentence among others: with a full stop, unless it has its end already. */
export const asSentence = (typed: string): string => {
  const words = typed.trim()
  return words === '' || ENDED.test(words) ? words : `${words}.`
}
