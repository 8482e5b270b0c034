import type { Act } from './act.rules'
import { anyOf, inFigures } from './plain.rules'

const MORE = '(?:more|better|less|fewer|greater|higher|increased|improved|good|stronger|positive)'
const STATES = anyOf([
  'confident|independent|resilient|organised|organized|happy|happier|calm|calmer|kind|kinder',
  'nice|nicer|good|safe|safer|successful|polite|respectful|included|engaged|focused|focussed',
  'motivated|settled|aware|mature|sociable|patient|secure|ready to learn|positive|fluent',
  'able to cope|comfortable|regulated|anxious|sensible|responsible|well behaved|attentive',
])

const ABSTRACT = anyOf([
  'confidence|self-?\\s?(?:esteem|confidence|belief|worth|image|regulation|control)?|independence',
  'resilience|relationships?',
  'friendships|skills?|\\w+ skills?|vocabulary|stamina|trust|knowledge|understanding|awareness',
  'attainment',
  'achievement|aspirations|standards|anxiety|stress|maturity|strategies|transitions?',
  '\\w+ transition|attitudes?',
  'fluency|motivation|concentration|attention span|\\w+ attitude',
])
const CONCRETE =
  'timetable|plan|list|design|story|recipe|cv|photo|film|game|map|poster|\\w+ (?:timetable|plan|list|story)'

// Words that say nothing a visitor would see or hear, whatever stands with them.
const ALWAYS_VAGUE = anyOf([
  'improve|enhance',
  `develop(?! an? (?:${CONCRETE}))`,
  'strengthen|boost|understand|know|appreciate|enjoy',
  `(?:build|extend|raise|lower|gain|grow|have)(?: up| in| on)?(?: (?:his|her|their|my|an?|more|some|good|positive|greater|a greater|the))* ${ABSTRACT}`,
  'increase|reduce|decrease|feel(?! the\\b| for\\b)|cope|succeed|fulfil|progress(?! through| from)|catch up',
  'behave|self-regulate|regulate',
  `make (?:\\w+ )?progress`,
  'make (?:better|good|right|positive|sensible|safe|the right|age[- ]appropriate|appropriate) choices|take responsibility',
  'become(?! a member)|get better|do better|do well',
  'try (?:his |her |their |my )?(?:harder|hard|best)|work on|work towards',
  'continue (?:to|with)',
  'manage (?:his|her|their|my)? ?(?:emotions?|feelings?|anger|anxiety|behaviours?|temper|transitions?|change|stress|mood)',
  'control (?:his|her|their|my) (?:temper|anger|emotions?|feelings?|behaviour)',
  'meet (?:age|his potential|her potential|expectations)',
  '(?:reach|achieve|fulfil) (?:his|her|their|my) (?:full |true )?(?:potential|best)|work at',
  'close the gap|read at an? level|(?:learn|use|have) (?:coping |calming |appropriate |more |different |new )?(?:strategies|skills|techniques|ways)',
  'access (?:(?!by )\\S+ ){0,4}?(?:curriculum|learning|lessons?|education|work)',
  'successfully access|speak better',
  `have (?:an? )?(?:much )?${MORE}\\b(?! than)`,
  `show (?:an? |some |signs of )*(?:${MORE}|improvements?|progress|awareness|kindness|care|consideration|maturity|enjoyment|respect|interest|resilience|confidence|understanding|an understanding|empathy)`,
  `demonstrate (?:an? )?(?:${MORE}|understanding|resilience|respect|confidence|empathy|progress)`,
  `(?:be|being) (?:much |a |an? )?(?:\\w+ly )?(?:(?:${MORE})(?! than)|${STATES})\\b`,
  'learn (?:better|more|(?:his|her|their) (?:numbers|letters|sounds|words|shapes|colours|phonics))|behaving|improving|developing|experience success|learn about|thrive',
])

// Words that are plain once they come with a number: "concentrate for ten minutes".
const VAGUE_WITHOUT_NUMBER = anyOf([
  'achieve|settle|interact|communicate|engage|participate|focus|concentrate|listen',
  'talk|speak|maintain|express',
])
const COMPARED = /^(?!be\b|have\b|do\b)\w+ (?:better|more|less)(?! than)\b(?! of)/
const AT_THE_END = /^\w+ .*?\b(?:better|more|less|harder|(?:more|less) \w+)[.]?$/
const COMPARATIVE =
  /^(?:be|become) (?!under|over|never|together|after|further|later|either|other|another|number|member)\w+(?:er|ier)\b(?! than)/
const EXPECTED =
  /\b(?:age[- ]related|age[- ]appropriate|expected|national) (?:levels?|standards?|expectations?|progress|targets?)\b/
const MANNER =
  /^(?:listen|talk|speak|write|read|express (?:himself|herself|themselves)|work|play|focus|concentrate|engage|participate|learn|interact|communicate|socialise|respond|behave)\b[^,]{0,24}?\b(?:more|better|carefully|well|nicely|fully|actively|confidently|positively|successfully|effectively|appropriately|harder|clearly)\b|^(?:work|learn) independently\b(?!.*\b(?:by|without|using|until)\b)/
const BARE = new RegExp(
  `^(?:${VAGUE_WITHOUT_NUMBER})(?: (?:in|with|on|at|during|his|her|the|needs|others|peers|school|well|class|lessons?|learning|work|more|better|numbers?|activities|tasks?|and))*[.]?(?: \\w+)?[.]?$`,
)

const FIRST = new RegExp(`^(?:\\w+ly )?(?:${ALWAYS_VAGUE})(?![\\w-])`)
const NOUN = new RegExp(`^${MORE}(?! than)\\b`)

const FROM_TO = /\bfrom\b.*?\d.*?\bto\b.*?\d/
const BY_DOING = /\bby (?!the\b|an?\b)\w+ing\b/
const BY_AN_AMOUNT =
  /\b(?:by|to|within) (?:at least |over |above |below |under |about |around |a minimum of |(?:no |not )?(?:more|less|fewer) than )?\d/
// "4 out of 5", "80%": how often it will be seen.
const RATE = /\b\d+ (?:out of|of|in) (?:his |her |the |every )?\d+\b|\b\d+ ?%|\b\d+\/\d+/
const STAYS_VAGUE =
  /^(?:improve|understand|know|feel|enjoy|have|be|become|get|make|gain|increase|raise|appreciate|achieve)\b/
const USING = /\busing\b.*\d|\d.*\busing\b/
const A_DATE =
  /\b(?:by |on )?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: \d{4})?|\b(?:by )?(?:year )?20\d\d\b|\b(?:by )?(?:the )?(?:(?:end|start) of )?(?:year|key stage|ks) ?\d+\b/g
const IS_DONE = /\d|\b(?:can|could|will|is able to|without)\b|^(?:he|she|they|i|it) /
const SO_THAT = /\b(?:so that|so) ((?:\S+ ){2,}\S+)/
// "…, answering 7 out of 10 questions": what is seen stands behind the comma.
const SHOWN_BEHIND = /, (?!including\b)\w+ing\b[^,]*\d/
const PRESENT =
  /^\S+ (?:improves|develops|understands|knows|enjoys|engages|copes|behaves|feels|makes (?:\w+ )?progress|is (?:more|better|happier|calmer) ?\w*)\b/
const LEARNING_TO = /^(?:learn|begin|start|try|aim|continue)(?: how)? to /
// "Understand and follow two instructions": what is seen stands in the part that comes next.
const SHARES_ITS_ACT = /^(?:understand|know)$/
const AND_THEN_ACTS = /^(?:understand|know) (?:and|an? .* and)\b (?=\w)/

/** The verb or state that nobody could see or hear (7.1), or null where something in the sentence shows it. */
export function vagueWords({ act, parts, isLed }: Act): string | null {
  for (const [place, part] of parts.entries()) {
    if (SHARES_ITS_ACT.test(part) && place < parts.length - 1) continue
    const words = inFigures(part.replace(A_DATE, ''))
    const found =
      PRESENT.exec(isLed ? '' : part)?.[0] ??
      FIRST.exec(part.replace(LEARNING_TO, ''))?.[0] ??
      (isLed ? null : NOUN.exec(part)?.[0]) ??
      mannerOf(part, words, part === parts.at(-1))
    if (found && !isShown(part, words, act)) return found.trim()
  }
  return null
}

const mannerOf = (part: string, words: string, isLast: boolean) =>
  /\d/.test(words)
    ? null
    : ([MANNER, COMPARED, COMPARATIVE, EXPECTED, AT_THE_END]
        .map((words) => words.exec(part)?.[0])
        .find(Boolean) ??
      (isLast ? BARE.exec(part)?.[0] : null) ??
      null)

// A number from and to, "by answering", "so that a visitor can read it": then there is something to see.
function isShown(part: string, words: string, act: string): boolean {
  if (
    FROM_TO.test(words) ||
    SHOWN_BEHIND.test(words) ||
    USING.test(words) ||
    BY_DOING.test(act) ||
    AND_THEN_ACTS.test(part)
  )
    return true
  if (RATE.test(words) && !STAYS_VAGUE.test(words)) return true
  if (BY_AN_AMOUNT.test(words) && !/^(?:understand|know|feel|enjoy)/.test(words)) return true
  const shown = SO_THAT.exec(act)?.[1]
  return (
    shown !== undefined &&
    IS_DONE.test(shown) &&
    !FIRST.test(shown.replace(/^(?:he|she|they|i|it)(?: (?:can|will|is able to))? /, ''))
  )
}
