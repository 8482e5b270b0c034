import { anyOf, plain, type Typed } from './plain.rules'
import { ACT_VERBS } from './verbs.rules'

/** A sentence about an outcome taken apart: who does it, and what they will do. */
export type Act = {
  /** The whole sentence in plain letters. */
  readonly all: string
  /** The sentence without what comes before it: "by Easter,". */
  readonly rest: string
  /** Who, where it is said before the verb: "maya", "the teaching assistant", "" where the verb comes first. */
  readonly subject: string
  /** What they will do, from its verb on; the whole sentence where no verb leads it. */
  readonly act: string
  /** The parts of the act that begin with a verb of their own, split at "and". */
  readonly parts: readonly string[]
  /** Whether "will", "to" or "can" leads the act, so that it begins with a verb. */
  readonly isLed: boolean
}

const AFTER = String.raw`(?: (?:be able to|be going to|be (?=\w+ing\b)))?(?: (?:always|usually|independently|consistently|regularly|also|now|begin to|start to))* (.+)$`
const MODAL = new RegExp(
  String.raw`^(?:(.*?) )?(?:will|is going to|are going to|can|is able to|should|must|shall)(?: (?:now|then|also))?${AFTER}`,
)
const LED_BY_TO = new RegExp(String.raw`^((?:\S+ ){0,2})to${AFTER}`)
const BEFORE_THE_SUBJECT =
  /^(?:by|when|whenever|with|if|after|before|in|at|during|following|given|using|from|once|on|within|over|for|while|as|through|without|having)\b[^,]*, /
const SMALL_WORDS = /^(?:and |so that |for |that )+/

/** From the sentence as typed. Preambles ("By Easter, ", "With one prompt, ") are put aside first. */
export function actOf(willDo: Typed): Act {
  const all = plain(willDo).slice(0, MOST_LETTERS)
  let rest = all.replace(/^(?:[-*•]|\d+[.)])\s*(?=[a-z])/, '')
  rest = rest.replace(/^(?:be |is )?able to /, '')
  while (BEFORE_THE_SUBJECT.test(rest)) rest = rest.replace(BEFORE_THE_SUBJECT, '')
  const modal = MODAL.exec(rest)
  const led = modal && !tooLong(modal[1]) ? modal : LED_BY_TO.exec(rest)
  const before = (led?.[1] ?? '').trim().replace(SMALL_WORDS, '')
  // "Read to his sister" begins with its own verb: the "to" in it leads nothing.
  const isLed = led !== null && !OPENS.test(before) && !NAMES_HELP.test(before)
  const act = isLed ? (led[2] ?? rest) : rest
  return { all, rest, subject: isLed ? before : '', act, parts: partsOf(act), isLed }
}

const NAMES_HELP =
  /^(?:access|referral|taxi|transport|support|help|link|lift|visits?|encourage|allow|remind)\b/
// Longer than any box takes; beyond it nobody reads on, and neither do the patterns.
const MOST_LETTERS = 1000
const MOST_WORDS_OF_A_SUBJECT = 8
const tooLong = (before = '') => before.split(' ').length > MOST_WORDS_OF_A_SUBJECT

const VERB = anyOf(ACT_VERBS)
const OPENS = new RegExp(`^(?:not |\\w+ly )?${VERB}\\b`)
const IN_THE_PRESENT = new RegExp(`^(?:\\S+ ){1,3}?(?!transitions\\b)${VERB}(?:s|es)\\b`)

/** Whether a sentence with no "will" in it still says what somebody does: "Read a page", "Maya reads a page". */
export const saysAnAct = ({ rest }: Act) => OPENS.test(rest) || IN_THE_PRESENT.test(rest)
const BREAK = new RegExp(
  `,? (?:and|as well as|plus)(?: (?:he|she|they|i))?(?: (?:will|to|can|is going to))?(?: (?:also|then|in addition,?|in addition to|, in addition,))* (?=${VERB}\\b)`,
)

const partsOf = (act: string) => act.split(BREAK).filter((part) => part.trim() !== '')
