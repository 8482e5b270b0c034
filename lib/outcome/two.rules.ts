import type { Act } from './act.rules'
import { anyOf, inFigures } from './plain.rules'
import { vagueWords } from './vague.rules'
import { ACT_VERBS } from './verbs.rules'

const VERB = anyOf(ACT_VERBS)
const NUMBERED = /(?:^|\s)1[.)] ?\S.*\s2[.)] ?\S/
const SEMICOLON = /\S+ \S+.*; ?\S+ \S+/
const SECOND_SENTENCE =
  /[.!?] (?:(?:he|she|they|i|[a-z]+) (?:also )?(?:will|is going to|can)|to be able to)\b/
const ALSO_WILL =
  /\band (?:(?:he|she|they|i) )?(?:will also|also will|also|he will|she will|they will|i will|to improve)\b/
const ADDED = /\b(?:in addition|additionally|furthermore)\b/
const AS_WELL = new RegExp(`\\bas well as (?:to )?(?:${VERB}|\\w+ing)\\b`)

// What a part of the sentence is about. Two parts about different things are two outcomes; two of one kind may be
// two steps of one act, and so may any part that says "it" or "them".
const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    'reading',
    /\b(?:read|reads|reading|(?:a|the|his|her|each|one|\d+|chapter) books?|phonics|blend|passage|braille|page of)\b/,
  ],
  [
    'writing',
    /\b(?:write|writes|writing|spell|spells|spelling|handwriting|capital letters|type|touch type)\b/,
  ],
  [
    'number',
    /\b(?:count|add|subtract|sums?|times tables?|maths|multiply|divide|number bonds|number facts|tell the time|fractions?)\b/,
  ],
  [
    'others',
    /\b(?:friends?|game|games|turns?|join in|share|sister|brother|polite|kind|hello|conversation)\b/,
  ],
  ['place', /\b(?:sit still|sit on|assembly|corridor|line up|stay in|shout)\b/],
  ['things', /\b(?:tidy|pack|pe kit|homework|coat|shoes|tray|bag)\b/],
  ['attendance', /\b(?:attend|lessons? on time|arrive|in school|walk in to school|clubs?)\b/],
  ['body', /\b(?:swim|catch a ball|throw|kick|jump|hop|climb|cut along)\b/],
  ['care', /\b(?:toilet|teeth|shoelaces|laces|buttons|zip|spoon|fork|wash|(?:un)?dress(?:ed)?)\b/],
  [
    'behaviour',
    /\b(?:outbursts?|incidents?|tantrums?|meltdowns?|swear\w*|hitting|biting|hurt\w*|detentions?|suspensions?)\b/,
  ],
  ['home', /\b(?:cook|meals?|sleep|shopping|clean)\b/],
  ['money', /\b(?:bank account|pay|budget)\b/],
]
const POINTS_BACK = /\b(?:it|them|one of them|this|that|about what|what (?:he|she|they))\b/
const IN_STEPS = /\b(?:then|before|after|until)\b/

// "Put on her coat, zip it up and line up": three acts in a row are the steps of one.
const ROUTINE = new RegExp(`, (?:then )?(?:${VERB}|\\w+ (?:it|them|his|her|the|up|down|on))\\b`)

// "Learn ten number facts, make a new friend and eat vegetables": three acts, and no two of a kind.
const LISTED = new RegExp(`, (?=(?:then )?${VERB}\\b)`)
const OF_A_ROUTINE = new Set(['things', 'place', 'body', 'care'])

function listOfKinds(parts: readonly string[]): boolean {
  const [first, last] = parts
  const listed = first?.split(LISTED) ?? []
  if (listed.length < 2 || last === undefined || [...listed, last].some((each) => POINTS_BACK.test(each)))
    return false
  const kinds = [...listed, last].flatMap((each) => kindsOf(each).filter((kind) => !OF_A_ROUTINE.has(kind)))
  return new Set(kinds).size >= 2
}

const kindsOf = (part: string) => KINDS.filter(([, words]) => words.test(part)).map(([kind]) => kind)

// "Read and spell 12 words": a verb without a thing of its own shares the one that follows.
const BARE_VERB = new RegExp(`^(?:\\w+ly )?${VERB}$`)

function areApart(first: string, second: string): boolean {
  if (
    (BARE_VERB.test(first.trim()) && !BARE_VERB.test(second.trim())) ||
    (/^line up\b/.test(second) && kindsOf(first)[0] === 'things')
  )
    return false
  if (POINTS_BACK.test(second) || IN_STEPS.test(second) || ROUTINE.test(first)) return false
  const [of, also] = [kindsOf(first), kindsOf(second)]
  return of.length > 0 && also.length > 0 && !of.some((kind) => also.includes(kind))
}

const alone = (part: string): Act => ({
  all: part,
  rest: part,
  subject: '',
  act: part,
  parts: [part],
  isLed: true,
})

/** Whether a sentence holds two outcomes, which could not be measured, or reached, as one (7.1). */
export function holdsTwo({ all, parts }: Act): boolean {
  if (NUMBERED.test(all) || SEMICOLON.test(all) || SECOND_SENTENCE.test(all)) return true
  if (ALSO_WILL.test(all) || ADDED.test(all) || AS_WELL.test(all)) return true
  if (listOfKinds(parts)) return true
  const [first, ...others] = parts
  if (first === undefined) return false
  return others.some(
    (part) =>
      areApart(inFigures(first), inFigures(part)) ||
      (vagueWords(alone(part)) !== null && vagueWords(alone(first)) === null && !POINTS_BACK.test(part)),
  )
}
