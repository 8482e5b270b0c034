import { type Act, saysAnAct } from './act.rules'
import { anyOf, inFigures } from './plain.rules'

const ADULT = anyOf([
  'staff|adults?|teachers?|tas?|hltas?|lsas?|elsa|senco|school|college|nursery|parents?',
  'mum|dad|mother|father|family|carers?|gran|key ?persons?|key ?workers?|mentors?|tutors?',
  'therapists?|salt|psychologist|nurse|counsellor|supervisors?|assistants?|practitioners?|we',
  'professionals?|team|officer|ep|ot|camhs|coach|volunteers?',
])
const BEFORE_ADULT =
  "(?:(?:the|a|an|all|any|his|her|their|our|my|school|home|family|senior|designated|visiting|outside|outreach|advisory|art|music|play|reading|class|form|subject|teaching|learning|support|key|lunchtime|lunch|midday|speech|language|and|occupational|educational|specialist|pastoral|head|job|year|[a-z]+'s) )*"
const AN_ADULT = String.raw`${BEFORE_ADULT}${ADULT}(?: of the [a-z]+)?(?: (?:and|or) (?:\w+ ){1,4})?`
const ADULT_ACTS = new RegExp(
  String.raw`^${AN_ADULT} ?(?:to|will|should|must|can|shall|are to|is to|uses|gives|provides|helps|supports|models|ensures)\b`,
)
const SEVERAL_ACT = new RegExp(
  String.raw`^${BEFORE_ADULT}(?:staff|adults|teachers|tas|parents|we) (?:use|give|provide|help|support|model|ensure)\b`,
)
const ADULTS_ORDER = anyOf([
  'provide|offer|ensure|make sure|encourage|monitor|differentiate|scaffold|liaise|deliver',
  'implement|put in place|set up|arrange for|arrange a|supply|refer|allow|praise|reward|seat',
  'remind (?:him|her|them)|prompt (?:him|her|them)|support (?:him|her|them|to)|use of',
  'staff to',
  String.raw`support (?!his\b|her\b|their\b|my\b|a\b|the\b|with\b|in\b|for\b|from\b)\w+ (?:to|with|in)`,
  'give (?:him|her|them|extra)|teach (?:him|her|them)',
  String.raw`help (?:him|her|them|\w+) to`,
])
const IMPERATIVE = new RegExp(String.raw`^(?:to )?(?:continue to )?${ADULTS_ORDER}\b`)
// "Instructions will be broken down into steps": done to a lesson, never to a pupil, so an adult does it.
const DONE_TO_LESSONS =
  /\b(?:to|will|should|must|shall) be (?:incorporated|embedded|implemented|put in place|made available|displayed|built into?|broken down|chunked|modelled|differentiated|adapted|simplified|scaffolded|pre-taught|sent home|used (?:by|in|throughout|across|to support))\b/
const PUPILS_ENSURE = /^(?:to )?make sure (?:he|she|they|i|that (?:he|she|i)|his|her|my)\b/

/** What adults will do, where an outcome says what the pupil does (9.66): the words that say so, or null. */
export function adultsAct({ all, rest, subject, act, isLed }: Act): string | null {
  const found =
    ADULT_ACTS.exec(rest) ??
    SEVERAL_ACT.exec(rest) ??
    ADULT_ACTS.exec(all) ??
    DONE_TO_LESSONS.exec(all) ??
    (isLed && subject !== '' ? ADULT_ACTS.exec(`${subject} will`) : null)
  if (found) return found[0].replace(/ (?:will|to)$/, '').trim()
  if (isLed && subject !== '') return THING_IS.exec(subject)?.[0] ?? null
  return PUPILS_ENSURE.test(act) ? null : (IMPERATIVE.exec(isLed ? act : rest)?.[0] ?? null)
}

const HELP = anyOf([
  'support|help|therapy|physio(?:therapy)?|speech and language|intervention|programme|mentoring',
  'counselling|tuition|sessions?|input|chance|opportunit(?:y|ies)|exposure|provision|coaching|teaching|precision teaching|phonics group',
  'teaching assistant|ta|lsa|elsa|(?:1:1|1-1|1 to 1|one to one|one-to-one)|scribe|laptop|overlays?',
  'extra time|nurture|small group|access|colourful semantics|visual timetable|chill-out pass|taxi',
  'social story read',
  String.raw`(?:\w+ )?needs met`,
  'key (?:worker|adult|person)|mentor|adult|equipment|workstation|ear defenders|fidget \\w+|writing slope',
  'reading buddy|buddy|job coach|(?:time[- ]?out|exit|help|pass) (?:card|pass)|(?:wobble|sensory|weighted) \\w+|movement breaks?|sensory breaks?|rest breaks?|ipad|task board',
])
const NOT_HELP = String.raw`(?!(?:a |the |an |some )?(?:ball|beanbag|pass|throw|catch|instructions?|message|feedback|criticism|compliment|praise|phone|call|change|coins?|visitors?|letter|parcel)\b)`
const WITHIN_FIVE_WORDS = String.raw`(?:(?!by |while |without |and )\S+ ){0,5}?`
const HAS_HELP = new RegExp(
  String.raw`^(?:have|has|having|get|gets|getting) (?!a go\b)${WITHIN_FIVE_WORDS}${HELP}\b`,
)
const RECEIVES = new RegExp(String.raw`\b(?:receive|receives|receiving) ${NOT_HELP}`)
const PASSIVE =
  /^(?:to )?(?:be|is|being) (?:\w+ly )?(?:supported|given|provided|offered|encouraged|helped|seated|allowed|taught|read to|reminded|prompted|placed|enrolled|referred|assessed|monitored|withdrawn|mentored|assigned|allocated|timetabled|included in)\b/
const ATTENDS = /^attends? (?!to\b)/
const ATTENDANCE =
  /^attends? (?:(?:at least|all|every|each|more|most|his|her|their|the|of|his timetabled|full-time|part-time|morning|afternoon|two|three|four|five|\d+(?:%| out of \d+| of \d+)?|practice) )*(?:lessons?|school|college|nursery|exams?|registration|tutor time|form time|assembl(?:y|ies)|placement|days?|mornings?|afternoons?|class|classes|work)\b/
// How often, or on time: then it is what the pupil does about it.
const HOW_OFTEN =
  /\b\d+ (?:out of|of|in) (?:every |the |his |her )?\d+\b|\b\d+ ?(?:%|per ?cent)|\bon time\b|\bpunctually\b/
const ACCESS =
  /^access (?:to |a |an |the |his |her |their )*(?:\w+ )?(?:laptop|tablet|sensory|nurture|quiet|support|interventions?|group|therapy|room|provision|sessions?|counselling|club|mentor\w*|elsa|resources|equipment|word mats?|adult|ta|help)\b/
const ACCESS_TO = /\baccess to\b/
const HOURS = new RegExp(
  String.raw`(?:^(?:up to |an? |daily |weekly |at least )?\d+(?:\.\d+)? ?(?:x|hours?|hrs?|mins?|minutes?|sessions?)\b)|(?:\b(?:hours?|hrs|minutes|mins) of (?:\w+ )?${HELP}\b)`,
)
const IS_GIVEN = new RegExp(
  String.raw`^(?:\S+ ){1,2}(?:gets|has|receives|is given|is supported|is provided with) ${WITHIN_FIVE_WORDS}${HELP}\b`,
)
const A_SERVICE = String.raw`(?:(?:social skills|nurture|intervention|small|lego|speech|language|reading|phonics|therapy|talk|skills) (?:groups?|sessions?|programmes?|club)|interventions?|therapy|elsa|counselling|mentoring)`
const GOES_TO = new RegExp(
  String.raw`^(?:(?:go|goes|come) to|(?:participate|take part|join|work) in|join|complete|benefit from|work with|see|meet(?: with)?|spend \S+(?: \S+)? (?:with|in)) (?:\S+ ){0,4}?(?:${A_SERVICE}|counsellor|mentor|therapist|psychologist|key adult|teaching assistant|visual timetable|support)\b`,
)
const WITH_ADULT = new RegExp(
  String.raw`^(?:work|works|read|reads|sit|sits) (?:1:1|1-1|1 to 1|one to one|one-to-one)\b`,
)
const KINDS = anyOf([
  'daily|weekly|regular|small|extra|additional|individual|sensory|social|skills|speech',
  'language|and|literacy|maths|reading|movement|visual|writing|mobility|wobble|pencil',
  'in-class|adult|ta|lsa|hlta|elsa|teaching|assistant|full-time|pastoral|behaviour|more|ongoing|a',
  'the',
  'weighted|coloured|physiotherapy|physio|occupational|nurture|precision|home-school|exam|lego',
])
const THINGS = anyOf([
  'support|therapy|sessions?|interventions?|groups?|programme|mentoring|counselling|tuition|elsa',
  'breaks?|referral|laptop|overlays?|slope|grip|cushion|timetable|taxi|transport|extra time',
  'reader|scribe|equipment|resources|exercises|input|visits?|assistant|lessons|diet|circuit',
  '(?:1:1|1-1|1 to 1|one to one|one-to-one)(?! correspondence)',
  String.raw`reading with an? (?:adult|ta|volunteer)`,
  'ta time',
  'provision of|check-ins?|teaching|pre-teaching|nurture|laptops?|visuals|differentiation|clubs?|programmes?',
])
const OPENS_WITH_A_THING = new RegExp(String.raw`^(?:\S+ ){0,5}?${THINGS}\b`)
const PUPIL_SUPPORTS = /^support (?:an?|his|her|their|my|the) /

// "Weekly reading intervention with HLTA", "Provision of a laptop": nobody does anything in it.
const namesHelp = (sentence: Act) =>
  saysAnAct(sentence) || PUPIL_SUPPORTS.test(sentence.rest)
    ? null
    : (NAMES_A_THING.exec(sentence.rest) ?? OPENS_WITH_A_THING.exec(sentence.rest))

const NAMES_A_THING = new RegExp(String.raw`^(?:${KINDS} )*${THINGS}\b(?! his own| her own)`)
const BY_DOING = /\bby (?!the\b|an?\b)\w+ing\b/

// "A referral will be made": the pupil is not in it.
const THING_IS = new RegExp(String.raw`^(?:${KINDS} )*${THINGS}\b.*`)

/** Help that is given, written as if it were the difference it makes (9.66, 7.1): the words that say so, or null. */
export function helpWords(sentence: Act): string | null {
  const { all, rest, subject, act, parts, isLed } = sentence
  if (BY_DOING.test(all)) return null
  const found = [
    ...parts.flatMap((part) => [
      HAS_HELP.exec(part),
      PASSIVE.exec(part),
      ACCESS.exec(part),
      WITH_ADULT.exec(part),
      GOES_TO.exec(part),
    ]),
    RECEIVES.exec(act),
    isLed ? THING_IS.exec(subject) : null,
    HOURS.exec(act),
    ACCESS_TO.exec(all),
    isLed ? null : (namesHelp(sentence) ?? IS_GIVEN.exec(rest)),
    ATTENDS.test(act) && !ATTENDANCE.test(act) && !HOW_OFTEN.test(inFigures(act))
      ? /^attends? \S+(?: \S+)?/.exec(act)
      : null,
  ].find((hit) => hit !== null)
  return found?.[0].trim() ?? null
}
