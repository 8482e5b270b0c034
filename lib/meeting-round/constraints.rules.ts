/** What a school may weigh: each may be a must, matter more or less, or be left out. */
export const CONSTRAINTS = [
  'due',
  'own-teacher',
  'siblings',
  'prefers',
  'seats',
  'travel',
  'pause',
  'fair-loads',
  'behind-first',
] as const

export type Constraint = (typeof CONSTRAINTS)[number]

/** How much a constraint matters. */
export const LEVELS = ['must', 'strong', 'normal', 'light', 'off'] as const

export type Level = (typeof LEVELS)[number]

export type Levels = Readonly<Record<Constraint, Level>>

/** Pupils behind come first or do not: there is nothing that could never be broken in it. */
export const levelsOf = (constraint: Constraint): readonly Level[] =>
  constraint === 'behind-first' ? LEVELS.filter((level) => level !== 'must') : LEVELS

/** What a round begins with (product defaults, none of them the Code's). */
export const DEFAULT_LEVELS: Levels = {
  due: 'must',
  'own-teacher': 'must',
  siblings: 'strong',
  prefers: 'normal',
  seats: 'must',
  travel: 'must',
  pause: 'normal',
  'fair-loads': 'normal',
  'behind-first': 'normal',
}

const WEIGHTS: Readonly<Record<Level, number>> = { must: 0, strong: 9, normal: 3, light: 1, off: 0 }

/** What it costs not to meet a wish; a must has no price, and what is off costs nothing. */
export const weightOf = (levels: Levels, constraint: Constraint): number => WEIGHTS[levels[constraint]]

/** Numbers that go with the constraints (product defaults, which a round may change). */
export type Limits = {
  /** Minutes between rooms of two buildings. */
  readonly travelMinutes: number
  /** Minutes of meetings without a pause. */
  readonly runMinutes: number
  /** Meetings one person leads on one day. */
  readonly mostADay: number
}

export const DEFAULT_LIMITS: Limits = { travelMinutes: 5, runMinutes: 120, mostADay: 6 }

/** A pause is one from so many minutes on. */
export const PAUSE_MINUTES = 10
/** Meetings about siblings are back to back with no more than this between them. */
export const SIBLING_MINUTES = 15
