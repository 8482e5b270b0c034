import type { IsoDate } from '@/lib/calendar/iso-date'
import { headingKey } from './concepts.rules'
import { read, type Reading, unread } from './dates.rules'

/** A SEN type of the school census (domain.md 3.1). */
export type NeedCode =
  | 'SPLD'
  | 'MLD'
  | 'SLD'
  | 'PMLD'
  | 'SEMH'
  | 'SLCN'
  | 'HI'
  | 'VI'
  | 'MSI'
  | 'PD'
  | 'ASD'
  | 'DS'
  | 'OTH'
  | 'NSA'

type NeedWords = { code: NeedCode; validFrom: string; words: readonly string[] }

const SINCE_2014 = '2014-09-01'

/** The codes as dated reference data: DS could first be chosen in January 2025 (domain.md 3.1). */
const NEEDS: readonly NeedWords[] = [
  {
    code: 'SPLD',
    validFrom: SINCE_2014,
    words: [
      'Specific Learning Difficulty',
      'Specific Learning Difficulties',
      'Specific Learning Difficulty (Dyslexia)',
      'Dyslexia',
    ],
  },
  {
    code: 'MLD',
    validFrom: SINCE_2014,
    words: ['Moderate Learning Difficulty', 'Moderate Learning Difficulties'],
  },
  {
    code: 'SLD',
    validFrom: SINCE_2014,
    words: ['Severe Learning Difficulty', 'Severe Learning Difficulties'],
  },
  {
    code: 'PMLD',
    validFrom: SINCE_2014,
    words: [
      'Profound and Multiple Learning Difficulty',
      'Profound and Multiple Learning Difficulties',
      'Profound Multiple Learning Difficulty',
    ],
  },
  {
    code: 'SEMH',
    validFrom: SINCE_2014,
    words: [
      'Social, Emotional and Mental Health',
      'Social, Emotional and Mental Health Needs',
      'Social, Emotional and Mental Health Difficulties',
      'Social Emotional Mental Health',
    ],
  },
  {
    code: 'SLCN',
    validFrom: SINCE_2014,
    words: [
      'Speech, Language and Communication Needs',
      'Speech, Language and Communication Need',
      'Speech, Language and Communication',
      'Speech, Language or Communication Needs',
      'Speech Language Communication Needs',
      'Speech and Language',
    ],
  },
  { code: 'HI', validFrom: SINCE_2014, words: ['Hearing Impairment', 'Hearing Impaired', 'Deafness'] },
  {
    code: 'VI',
    validFrom: SINCE_2014,
    words: ['Vision Impairment', 'Visual Impairment', 'Visually Impaired'],
  },
  {
    code: 'MSI',
    validFrom: SINCE_2014,
    words: ['Multi-Sensory Impairment', 'Multisensory Impairment', 'Multi Sensory Impairment'],
  },
  { code: 'PD', validFrom: SINCE_2014, words: ['Physical Disability', 'Physical Disabilities'] },
  {
    code: 'ASD',
    validFrom: SINCE_2014,
    words: [
      'Autistic Spectrum Disorder',
      'Autism Spectrum Disorder',
      'Autistic Spectrum Condition',
      'Autism Spectrum Condition',
      'Autism',
      'ASC',
    ],
  },
  { code: 'DS', validFrom: '2025-01-01', words: ['Down Syndrome', 'Down’s Syndrome', 'Downs Syndrome'] },
  {
    code: 'OTH',
    validFrom: SINCE_2014,
    words: [
      'Other Difficulty/Disability',
      'Other Difficulty',
      'Other Disability',
      'Other Difficulties/Disabilities',
      'Other Difficulty or Disability',
      'Other',
    ],
  },
  {
    code: 'NSA',
    validFrom: SINCE_2014,
    words: [
      'SEN support but no specialist assessment of type of need',
      'SEN support but no specialist assessment',
      'SEN support, no specialist assessment of type of need',
      'No specialist assessment',
      'No specialist assessment of type of need',
    ],
  },
]

/** Each code with the first day it may be used; the table of need types says the same, and a test compares them. */
export const NEED_CODES: readonly Pick<NeedWords, 'code' | 'validFrom'>[] = NEEDS.map(
  ({ code, validFrom }) => ({
    code,
    validFrom,
  }),
)

const DEAD: readonly { code: string; words: readonly string[]; message: string }[] = [
  {
    code: 'BESD',
    words: [
      'Behaviour, Emotional and Social Difficulties',
      'Behavioural, Emotional and Social Difficulties',
      'Behaviour, Emotional and Social Difficulty',
      'Behavioural, Emotional and Social Difficulty',
      'EBD',
    ],
    message:
      'BESD ended in 2014: social, emotional and mental health (SEMH) replaced it, where the pupil’s need is that',
  },
]

const needKey = (text: string) => headingKey(text.replace(/&/g, ' and '))

function forms<T extends { code: string; words: readonly string[] }>(kinds: readonly T[]): Map<string, T> {
  const found = new Map<string, T>()
  for (const kind of kinds) {
    for (const form of [
      kind.code,
      ...kind.words.flatMap((word) => [word, `${kind.code} ${word}`, `${word} ${kind.code}`]),
    ]) {
      if (!found.has(needKey(form))) found.set(needKey(form), kind)
    }
  }
  return found
}

const NEED_FORMS = forms(NEEDS)
const DEAD_FORMS = forms(DEAD)

const EXPECTED = `must be one of the SEN types ${NEEDS.map(({ code }) => code).join(', ')}, as a code, a name or “SLCN - Speech, language and communication needs”`

/** The needs a cell names, by code, name or both, one or several; checked against the codes of the day (domain.md 3.1). */
export function readNeeds(cell: string, today: IsoDate, name: string): Reading<NeedCode[]> {
  if (/^[\s\-–—.]*$/.test(cell) || /^(none|n\/a|not applicable)$/i.test(cell.trim()))
    return read<NeedCode[]>(null)
  const parts = separated(cell)
  const codes: NeedCode[] = []
  for (const part of parts) {
    const need = NEED_FORMS.get(needKey(part))
    if (!need) return unread(DEAD_FORMS.get(needKey(part))?.message ?? `${name} ${EXPECTED}`)
    if (need.validFrom > today) return unread(`${name} may be ${need.code} only from January 2025`)
    if (!codes.includes(need.code)) codes.push(need.code)
  }
  return read(codes)
}

/** Names have commas and slashes in them, so a cell is taken apart only where every part is a need. */
function separated(cell: string): string[] {
  if (NEED_FORMS.has(needKey(cell)) || DEAD_FORMS.has(needKey(cell))) return [cell]
  for (const separator of [/[;|\n]+/, /[,/+]+/]) {
    const parts = cell
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    if (parts.length > 1 && parts.every((part) => NEED_FORMS.has(needKey(part)))) return parts
  }
  return [cell]
}
