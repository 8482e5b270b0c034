import type { UpToFour } from './concepts.rules'
import type { Headings } from './headings.rules'

const UP_TO_FOUR: readonly UpToFour[] = [1, 2, 3, 4]
const ORDINALS: Record<UpToFour, readonly string[]> = {
  1: ['primary', 'main', 'first'],
  2: ['secondary', 'second'],
  3: ['tertiary', 'third'],
  4: ['fourth'],
}

/** Headings with a number in them: needs by rank, parents by priority (domain.md 3.5). */
export const NUMBERED_HEADINGS: readonly Headings[] = [
  ...UP_TO_FOUR.map(needAliases),
  ...UP_TO_FOUR.flatMap(parentAliases),
]

function needAliases(n: UpToFour): Headings {
  const kinds = [
    'need',
    'SEN need',
    'SEN need type',
    'need type',
    'SEN type',
    'SEND need',
    'SEND need type',
    'SEN',
  ]
  const ranks = [String(n), ...ORDINALS[n]]
  const words = kinds.flatMap((kind) => ranks.flatMap((rank) => [`${kind} ${rank}`, `${rank} ${kind}`]))
  const inTheMiddle = ORDINALS[n].flatMap((rank) => [
    `SEN ${rank} need`,
    `SEN ${rank} need type`,
    `SEND ${rank} need`,
  ])
  // “SEN 1” and “Primary SEN” could be a stage: only the words with need or type in them count.
  return [`need${n}`, [...words, ...inTheMiddle].filter((alias) => /need|type/i.test(alias))]
}

function parentAliases(n: UpToFour): readonly Headings[] {
  const people = [
    'Parent',
    'Contact',
    'Carer',
    'Guardian',
    'Parent Carer',
    'Parent/Guardian',
    'Priority Contact',
  ]
  // A file with one parent a pupil often leaves the number out.
  const stems = people.flatMap((who) => [
    `${who} ${n}`,
    ...ORDINALS[n].map((rank) => `${rank} ${who}`),
    ...(n === 1 ? [who] : []),
  ])
  const named = (endings: readonly string[]) =>
    stems.flatMap((stem) => endings.map((ending) => `${stem} ${ending}`.trim()))
  return [
    [`parent${n}Name`, named(['Name', 'Full Name', ''])],
    [
      `parent${n}Relationship`,
      [
        ...named(['Relationship', 'Relation', 'Relationship Type', 'Type']),
        ...(n === 1 ? ['Relationship', 'Relationship to pupil', 'Relationship to student'] : []),
      ],
    ],
    [
      `parent${n}Email`,
      [
        ...named(['Email', 'Email Address', 'E-mail', 'Main Email']),
        ...(n === 1 ? ['Email', 'Email Address'] : []),
      ],
    ],
    [
      `parent${n}ParentalResponsibility`,
      [
        ...named(['Parental Responsibility', 'PR', 'Has Parental Responsibility']),
        ...(n === 1 ? ['Parental Responsibility'] : []),
      ],
    ],
  ]
}
