/**
 * What a plan says for every day beside its provision: a rule or routine that bends (P27), a strategy of a subject
 * (P42, P45), a place and times for quiet (P46), what to do when something happens, what home will do (6.51).
 */
export const LINE_KINDS = ['adjustment', 'strategy', 'quiet-place', 'what-to-do-when', 'at-home'] as const

export type LineKind = (typeof LINE_KINDS)[number]

/** One line of a plan for every day. */
export type PlanLine = {
  readonly id: string
  readonly version: number
  readonly kind: LineKind
  readonly words: string
  /** The subject of a strategy or of a change to the curriculum (null is every lesson), or what happens. */
  readonly about: string | null
  /** Who does it at home. */
  readonly who: string | null
  /** How often at home; for a quiet place, when. */
  readonly howOften: string | null
}

/** Which parts of a line its kind has beside its words. */
export const partsOf: Record<LineKind, readonly ('about' | 'who' | 'howOften')[]> = {
  adjustment: ['about'],
  strategy: ['about'],
  'quiet-place': ['howOften'],
  'what-to-do-when': ['about'],
  'at-home': ['who', 'howOften'],
}

/** The lines by kind, in the order in which a day meets them; a kind without lines is left out. */
export const linesByKind = (lines: readonly PlanLine[]): { kind: LineKind; lines: readonly PlanLine[] }[] =>
  LINE_KINDS.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    return own.length === 0 ? [] : [{ kind, lines: own }]
  })

/** What school staff need of a plan in the room: all but what home does. */
export const linesForStaff = (lines: readonly PlanLine[]): PlanLine[] =>
  lines.filter(({ kind }) => kind !== 'at-home')
