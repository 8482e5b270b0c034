import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { inFigures, plain, saysNothing, type Typed } from '@/lib/outcome/plain.rules'

export type SpecifiedRule =
  | 'no-what'
  | 'vague-words'
  | 'no-deliverer'
  | 'no-minutes'
  | 'no-per-week'
  | 'no-group-size'
  | 'no-from'
  | 'no-until'
  | 'until-before-from'

/** One thought about a provision: the rule that speaks, and why in a sentence. */
export type SpecifiedFinding = { readonly rule: SpecifiedRule; readonly message: string }

/** A provision as typed. Whatever is empty, missing or not yet known may be null or left out. */
export type SpecifiedInput = {
  readonly what?: string | null
  readonly deliverer?: string | null
  readonly minutes?: Typed
  readonly perWeek?: Typed
  readonly groupSize?: Typed
  readonly from?: IsoDate | null
  readonly until?: IsoDate | null
}

const VAGUE = [
  /\bregular(?:ly)?\b(?! (?:past|verbs?|plurals?|endings?|words?|spellings?|shapes?|polygons?|tense))/,
  /\bopportunit(?:y|ies)\b/,
  /\bas (?:(?:and|or) when )?(?:he |she |they )?(?:required|requires?|needed|needs?|necessary|appropriate|available|possible)\b/,
  /\bas and when\b/,
  /\bwhen(?:ever)? (?:time|staffing|staff|cover) (?:allows?|permits?)\b|\btime permitting\b/,
  /\b(?:where|when|whenever|wherever|if|while) (?:(?:and|or) (?:when|where) )?(?:he |she |they |it is )?(?:required|requires?|needed|needs?|necessary|appropriate|available|possible)\b/,
  /\bon-?\s?going\b/,
  /\bcontinu(?:ed|ing|ous) (?:support|help|access|input)\b/,
  /\baccess to\b/,
  /\bavailable\b/,
  /\b(?:frequent(?:ly)?|periodic(?:ally)?|occasional(?:ly)?|sometimes|from time to time|ad[- ]hoc|flexibl[ey]|now and then)\b/,
  /(?<!how )\boften\b/,
  /\bup to (?:\d+|an?) ?(?:hours?|hrs?|minutes?|mins?|sessions?)\b/,
  /\bas far as (?:is )?(?:reasonably )?(?:possible|practicable)\b/,
  /\b(?:would|should|may|might|could) benefit\b/,
  /\b(?:high|higher|appropriate|suitable|adequate|sufficient|reasonable) (?:level|degree|amount)s? of\b/,
  /\b(?:appropriate|suitable|adequate|sufficient|general|some|enough) (?:support|help|provision|adult support|time|input)\b/,
  /\bat (?:the )?(?:teacher|staff|school)(?:'s|s)? discretion\b/,
]

// "Support", "TA support in class", "Help with reading": nobody could tell from it what is done.
const QUALIFIER =
  '(?:extra|additional|general|classroom|speech|language|motor|sensory|in[- ]class|adult|ta|tas|teaching|assistant|lsa|hlta|1:1|1-1|1 to 1|one to one|one-to-one|individual|small|group|targeted|specific|specialist|emotional|social|learning|academic|pastoral|behaviour|behavioural|literacy|numeracy|wave \\d|english|maths|mathematics|reading|writing|phonics|curriculum|focused|high|quality|first|universal|daily|weekly|some|more|with|and|the|a)'
const NOTHING_DONE =
  '(?:monitoring|encouragement|reassurance|supervision|scaffolding|(?:appropriate|suitable|differentiated|relevant|scaffolded) (?:resources|tasks?|materials)|supports?|supported|help|assistance|interventions?|input|provision|guidance|differentiation|adjustments|strategies|work|time|quality first teaching|high[- ]quality teaching|differentiated (?:work|tasks?|curriculum|teaching|resources|learning|activities|planning))'
const TAIL =
  '(?: (?:in|with|for|during|at|throughout|across|from|by|when|around|on|of|to (?:access|engage|succeed|focus|concentrate|cope|regulate|manage|learn|make progress|support))\\b[^,:;()\\d]{0,60})?'
const A_WORD_ALONE =
  '(?:an? )?(?:reading|writing|phonics|maths|english|literacy|numeracy|spelling|handwriting|nurture|speech|ta|lsa|adult|teaching assistant|group work|1:1)'
const MORE_OF_IT = '(?:catch-?up|booster)(?: sessions?| group| classes)?'
const VAGUE_WHAT = new RegExp(
  `^(?:(?:${QUALIFIER} )*(?:${NOTHING_DONE}${TAIL}|${MORE_OF_IT})|${A_WORD_ALONE})[.]?$`,
)

// Whoever happens to be there is nobody whom a parent could ask.
const ANYBODY =
  /^(?:(?:the|an?|any|all|other|another|various|available|relevant|appropriate|familiar|trusted|trained|school|support|teaching|class|classroom|suitable) )*(?:staff(?: members?)?|adults?|members? of (?:the )?(?:support |teaching )?staff|people|persons?|various|somebody|someone|anybody|anyone|everybody|everyone|whoever(?: is)?(?: (?:there|free|around))?|school|team|colleagues|professionals|(?:external|outside) (?:agency|agencies|professionals?))$/

const vagueIn = (text: Typed) => {
  const words = inFigures(plain(text))
  return VAGUE.map((pattern) => pattern.exec(words)).find((hit) => hit !== null)?.[0] ?? null
}

const IN_WORDS =
  /\b(?:(?:mon|tues|wednes|thurs|fri)days?|mon|tues?|wed|thurs?|fri|daily|weekly|fortnightly|termly|every|each|once|twice|pairs?|partners?|individual(?:ly)?|alone|(?:whole )?class|half an hour|an hour)\b/

// "20", 20, "20 minutes", "daily", "1:1", "pairs": a number, or words that hold one.
const isCounted = (typed: Typed) => {
  const words = inFigures(plain(typed))
  return !saysNothing(words) && (/[1-9]/.test(words) || IN_WORDS.test(words))
}

// A thing on the table is there all day: nobody can say for how many minutes, or how often in the week.
const THING =
  /^(?:(?:an?|the|his|her|their|own|use of an?|coloured|visual|sloped|sloping|writing|wobble|weighted|pencil|ear|enlarged|talking|large-print|now and next|now-and-next|personal|individual) )*(?:slope|board|cushion|grips?|overlays?|timetable|defenders|laptop|tablet|ruler|chair|stool|footrest|seat|print|help card|word mat|calculator|radio aid|scissors)\b(?!.*\b(?:sessions?|lessons?|teaching|practice|group|training|minutes)\b)/

/**
 * What is still to be said before a provision is specified and quantified: what, who, how long, how often, with how
 * many, from and until; and words that promise nothing. Empty when there is nothing to say (6.48, domain.md 1.5, 7.4).
 */
export function specifiedFindings(input: SpecifiedInput): SpecifiedFinding[] {
  const { what, deliverer, minutes, perWeek, groupSize, from, until } = input
  const found: SpecifiedFinding[] = []
  const say = (rule: SpecifiedRule, message: string) => found.push({ rule, message })
  if (saysNothing(what)) say('no-what', 'Say what will be done, so that a colleague could do it tomorrow')
  const [whatWords, who] = [plain(what), plain(deliverer).replace(/[.]$/, '')]
  const vague = vagueIn(what) ?? vagueIn(perWeek) ?? vagueIn(minutes) ?? vagueIn(deliverer)
  if (vague !== null)
    say('vague-words', `“${vague}” promises nothing that could be counted; say how much and how often`)
  else if (VAGUE_WHAT.test(whatWords))
    say('vague-words', `“${whatWords}” does not say what is done; say what the adult and the pupil do`)
  if (ANYBODY.test(who)) say('vague-words', `“${who}” could be anybody; say who gives it, by name or by role`)
  if (saysNothing(deliverer)) say('no-deliverer', 'Say who gives it, by name or by role')
  const isThing = THING.test(plain(what))
  const counted = (typed: Typed) => isCounted(typed) || (saysNothing(typed) && isThing)
  if (!counted(minutes)) say('no-minutes', 'Say how long each time, in minutes')
  if (!counted(perWeek) && vagueIn(perWeek) === null) say('no-per-week', 'Say how often in a week')
  if (!counted(groupSize))
    say('no-group-size', 'Say how many pupils are taught together; 1 is this pupil alone')
  if (!from) say('no-from', 'Say from which day it is given')
  if (!until) say('no-until', 'Say until which day, so that somebody asks whether it worked')
  if (from && until && until < from)
    say('until-before-from', `It ends on ${longDate(until)}, before it begins on ${longDate(from)}`)
  return found
}
