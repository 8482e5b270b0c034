import type { BroadArea } from '@/lib/sen-status/needs.rules'
import type { SmartRule } from './smart'

/** An outcome written for this product, to show what each part can look like. */
export type Example = {
  readonly willDo: string
  readonly measure: string
  readonly start: string
  readonly target: string
  readonly why: string
}

const EXAMPLES: Record<BroadArea, Example> = {
  'communication-and-interaction': {
    willDo: 'answer “who”, “what” and “where” questions about a picture she has not seen before',
    measure: 'twelve questions about a new picture each Friday, answers right',
    start: '5 of 12, on 12 March',
    target: 'from 5 to 10 of 12 in a term',
    why: 'She wants to tell her sister what happened in the story',
  },
  'cognition-and-learning': {
    willDo: 'spell 30 of the 40 words on her list in a dictated sentence',
    measure: 'dictated sentences each Friday, words right of 40',
    start: '12 of 40, on 12 March',
    target: 'from 12 to 30 of 40 in a term',
    why: 'She wants to write her own comic',
  },
  'social-emotional-and-mental-health': {
    willDo: 'show his card and walk to the quiet table before he shouts',
    measure: 'a tally: how often he showed the card, of the last ten times he was upset',
    start: '2 of 10, on 12 March',
    target: 'from 2 to 7 of 10 in a term',
    why: 'He says that he does not want to frighten his friends',
  },
  'sensory-and-or-physical': {
    willDo: 'zip up his coat by himself before playtime',
    measure: 'a tick at the door, of ten playtimes',
    start: '1 of 10, on 12 March',
    target: 'from 1 to 8 of 10 in a term',
    why: 'He wants to be outside as soon as his friends',
  },
}

const PART: Partial<Record<SmartRule, keyof Example>> = {
  'too-short': 'willDo',
  'no-pupil-act': 'willDo',
  provision: 'willDo',
  vague: 'willDo',
  'two-outcomes': 'willDo',
  'no-measure': 'measure',
  'no-baseline': 'start',
  'no-baseline-date': 'start',
  'no-target': 'target',
  'target-is-baseline': 'target',
  'big-leap': 'target',
  'no-why': 'why',
}

const AREA: Readonly<Record<string, BroadArea>> = {
  ...{ SLCN: 'communication-and-interaction', ASD: 'communication-and-interaction' },
  ...{ SPLD: 'cognition-and-learning', MLD: 'cognition-and-learning' },
  ...{ SLD: 'cognition-and-learning', PMLD: 'cognition-and-learning' },
  SEMH: 'social-emotional-and-mental-health',
  ...{ HI: 'sensory-and-or-physical', VI: 'sensory-and-or-physical' },
  ...{ MSI: 'sensory-and-or-physical', PD: 'sensory-and-or-physical' },
}

/** The broad area of a census code (6.28 to 6.35); DS, OTH and NSA have none of their own. */
export const areaOfCode = (code: string): BroadArea | null => AREA[code.trim().toUpperCase()] ?? null

/** What that part of an outcome can look like, from the same area of need; null where no example would help. */
export function exampleFor(rule: SmartRule, area: BroadArea | null): string | null {
  const part = PART[rule]
  return part === undefined ? null : EXAMPLES[area ?? 'cognition-and-learning'][part]
}

/** The area an example should come from: what was ticked, else the needs it answers, else the pupil's own. */
export const areaFor = (
  areas: readonly BroadArea[],
  codes: readonly string[],
  ofPupil: readonly string[],
): BroadArea | null =>
  areas[0] ?? [...codes, ...ofPupil].map(areaOfCode).find((area) => area !== null) ?? null
