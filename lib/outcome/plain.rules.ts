/** What a box may hold when it is read: text, a number, or nothing at all. */
export type Typed = string | number | null | undefined

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/g, 'will not'],
  [/\bcan't\b/g, 'can not'],
  [/n't\b/g, ' not'],
  [/'ll\b/g, ' will'],
  [/\b(he|she|they|it|we|i)'(?:s|re|m) (going|able)\b/g, '$1 is $2'],
  [/'s (going|able) to\b/g, ' is $1 to'],
]

/** Text as the rules read it: small letters, straight quotes, one space, and contractions written out. */
export function plain(text: Typed): string {
  const straight = String(text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑‒–—]/g, '-')
  return CONTRACTIONS.reduce((written, [from, to]) => written.replace(from, to), straight)
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .trim()
}

const NOTHING =
  /^(?:n\/?a|nil return|tb[cad]|to be (?:confirmed|agreed|decided|advised|added|set|arranged|determined)|not (?:yet )?(?:known|measured|assessed|set|done|decided|available|applicable)|unknown|don't know|do not know|[-?.,_*x/ ]+)[.!]*$/

/** Nothing was said: an empty box, a dash, "TBC", "not yet known". */
export const saysNothing = (text: Typed) => {
  const words = plain(text)
  return words === '' || NOTHING.test(words)
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ zero: 0, none: 0, nil: 0, never: 0, one: 1, once: 1, two: 2, twice: 2, three: 3, four: 4, five: 5 },
  ...{ six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14 },
  ...{ fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30 },
  ...{ forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100 },
}
const TENS =
  /\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](one|two|three|four|five|six|seven|eight|nine)\b/g
const A_NUMBER_WORD = new RegExp(`\\b(?:${Object.keys(NUMBER_WORDS).join('|')})\\b`, 'g')

const valueOf = (word: string) => NUMBER_WORDS[word] ?? 0

/** The same text with its number words as figures: "three out of ten" is "3 out of 10", "thirty-two" is "32". */
export const inFigures = (words: string) =>
  words
    .replace(TENS, (_both, ten: string, unit: string) => String(valueOf(ten) + valueOf(unit)))
    .replace(A_NUMBER_WORD, (word) => String(valueOf(word)))
    .replace(/(\d),(?=\d{3}\b)/g, '$1')

/** A pattern of whole words from a list, for `RegExp`: the words may hold patterns of their own. */
export const anyOf = (words: readonly string[]) => `(?:${words.join('|')})`
