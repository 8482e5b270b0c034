import { headingKey } from './concepts.rules'
import { read, type Reading, unread } from './dates.rules'

/** N, K and E of the school census (domain.md 3.1); the letters stop at this edge. */
export type ImportedStatus = 'none' | 'sen-support' | 'ehc-plan'

type Word = { code: string; words: readonly string[] }

const LIVING: readonly (Word & { status: ImportedStatus })[] = [
  {
    status: 'none',
    code: 'N',
    words: [
      'No Special Educational Need',
      'No Special Educational Needs',
      'No Special Educational Provision',
      'No SEN',
      'No SEND',
      'None',
      'Not SEN',
      'No',
      'Monitoring',
      'Monitor',
      'SEN Monitoring',
      'Monitored',
      'SEN Monitor',
      'No SEN Support',
      'No Provision',
      'No Specified Special Educational Need',
    ],
  },
  {
    status: 'sen-support',
    code: 'K',
    words: [
      'SEN Support',
      'SEND Support',
      'Special Educational Needs Support',
      'Special Educational Need Support',
      'Support',
    ],
  },
  {
    status: 'ehc-plan',
    code: 'E',
    words: [
      'EHCP',
      'EHC Plan',
      'EHC',
      'Education, Health and Care Plan',
      'Education Health & Care Plan',
      'Education, Health and Care',
      'Education, Health and Care Plan (EHCP)',
      'EHC Plan (EHCP)',
      'SEN EHCP',
      'Education, Health and Care Plan (EHC Plan)',
    ],
  },
]

const DEAD: readonly (Word & { message: string })[] = [
  {
    code: 'S',
    words: [
      'Statement',
      'Statemented',
      'Statement of SEN',
      'SEN Statement',
      'Statement of Special Educational Needs',
      'Statement of Special Educational Need',
    ],
    message: 'S (statement) ended in 2018: EHC plans (E) replaced statements. Choose E, K or N',
  },
  {
    code: 'A',
    words: [
      'School Action',
      'Action',
      'Early Years Action',
      'School or Early Years Action',
      'School Action or Early Years Action',
      'SA',
    ],
    message: 'A (School Action) ended in 2014: SEN support (K) replaced it. Choose K, E or N',
  },
  {
    code: 'P',
    words: [
      'School Action Plus',
      'School Action+',
      'Action Plus',
      'Early Years Action Plus',
      'School or Early Years Action Plus',
      'SAP',
      'SA+',
    ],
    message: 'P (School Action Plus) ended in 2014: SEN support (K) replaced it. Choose K, E or N',
  },
  {
    code: 'Q',
    words: ['School Action Plus and statutory assessment'],
    message:
      'Q (School Action Plus with statutory assessment) ended in 2014: SEN support (K) replaced it. Choose K, E or N',
  },
]

// A plus sign is the difference between School Action and School Action Plus.
const statusKey = (text: string) => headingKey(text.replace(/&/g, ' and ').replace(/\+/g, ' plus '))

function forms<T extends Word>(kinds: readonly T[]): Map<string, T> {
  const found = new Map<string, T>()
  for (const kind of kinds) {
    found.set(statusKey(kind.code), kind)
    for (const word of kind.words) {
      for (const form of [word, `${kind.code} ${word}`, `${word} ${kind.code}`]) {
        if (!found.has(statusKey(form))) found.set(statusKey(form), kind)
      }
    }
  }
  return found
}

const LIVING_FORMS = forms(LIVING)
const DEAD_FORMS = forms(DEAD)

/** The SEN status a cell means, by letter, words or both; dead codes are refused with what replaced them (P145). */
export function readStatus(cell: string): Reading<ImportedStatus> {
  const key = statusKey(cell)
  if (key === '') return /^[\s\-–—.]*$/.test(cell) ? read<ImportedStatus>(null) : unread(EXPECTED)
  const living = LIVING_FORMS.get(key)
  if (living) return read(living.status)
  const dead = DEAD_FORMS.get(key)
  return dead ? unread(dead.message) : unread(EXPECTED)
}

const EXPECTED =
  'SEN status must be N (no special educational need), K (SEN support) or E (education, health and care plan), as a letter or in words'
