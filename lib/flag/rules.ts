/** Missed: a must or an agreed date missed. At risk: there is still time. Coming up: to think about, no more (8.1). */
export const FLAG_GROUPS = ['missed', 'at-risk', 'coming-up'] as const

export type FlagGroup = (typeof FLAG_GROUPS)[number]

/** What a line of Today is about, the worst first: a must of the law, an agreed date, then what should be (8.2). */
export const FLAG_KINDS = [
  'parents-not-told',
  'review-overdue',
  'no-plan',
  'no-review-date',
  'not-met',
  'review-today',
  'specialist',
  'end-not-told',
  'responsible-not-told',
  'review-views',
  'at-risk',
  'concern',
  'compare',
  'concern-next',
  'early-discussion',
  'advice',
  'views',
  'contribute',
  'find-out',
  'note-question',
  'quiet',
  'under-given',
  'outcome-not-whole',
  'invitation',
  'held-or-not',
  'record',
  'copy',
  'staff-or-mis',
  'record-question',
  'plan-not-read',
  'plan-to-read',
  'class-check',
  'prepare',
  'review-soon',
  'review-holiday',
  'specialist-think',
  'watch',
  'under-aim',
  'oversight',
  'training',
] as const

export type FlagKind = (typeof FLAG_KINDS)[number]

/** One act that somebody is waited for to do, for one pupil; computed from what was recorded, never stored (8.1). */
export type Flag = {
  readonly kind: FlagKind
  readonly group: FlagGroup
  readonly ruleId: string
  /** How bad it is beside others of its kind: days or school days waited, the most first. */
  readonly weight: number
  /** Null where it is about a whole class. */
  readonly pupilId: string | null
  /** The act, beginning with a verb. */
  readonly act: string
  /** Where it is done, inside the school: `pupils/…`. */
  readonly path: string
  readonly who: string
  readonly since: string
  readonly source: string
}

/** A line of Today: one act for one pupil, or for many of one kind at once. */
export type TodayLine = Pick<Flag, 'act' | 'path' | 'who' | 'since' | 'source'>

/** What stays behind a long list: how many more, and where they all are. */
export type More = { readonly kind: FlagKind; readonly count: number; readonly path: string }

export type TodayGroup = {
  readonly group: FlagGroup
  readonly lines: readonly TodayLine[]
  readonly more: readonly More[]
  /** How many acts there are in all, those behind `more` among them. */
  readonly count: number
}

/** A list of more than this many of one kind is cut short, or told in one line. */
export const LONG_LIST = 3
const SHOWN_OF_LONG = 2

/** The same of one kind in one line, where a list of them would say nothing more: "31 pupils who are behind". */
export type InOneLine = (flags: readonly Flag[]) => TodayLine

type Telling = {
  readonly inOneLine: Partial<Record<FlagKind, InOneLine>>
  /** Where all of a kind are listed. */
  readonly allOf: (kind: FlagKind) => string
}

/** Flags of a kind in their order: the worst first, then as they came, which is by name. */
export const worstFirst = (flags: readonly Flag[]): Flag[] => [...flags].sort((a, b) => b.weight - a.weight)

function tellKind(kind: FlagKind, flags: readonly Flag[], { inOneLine, allOf }: Telling) {
  const inOrder = worstFirst(flags)
  if (inOrder.length <= LONG_LIST) return { lines: inOrder, more: [], count: inOrder.length }
  const one = inOneLine[kind]
  if (one) return { lines: [one(inOrder)], more: [], count: 1 }
  const more = { kind, count: inOrder.length - SHOWN_OF_LONG, path: allOf(kind) }
  return { lines: inOrder.slice(0, SHOWN_OF_LONG), more: [more], count: inOrder.length }
}

/** What Today says: three groups, the worst first, one act a line, long lists cut short; an empty group is left out. */
export function todayGroups(flags: readonly Flag[], telling: Telling): TodayGroup[] {
  const apart = new Map<string, Flag[]>()
  for (const flag of flags) {
    const name = `${flag.group} ${flag.kind}`
    const alike = apart.get(name)
    if (alike) alike.push(flag)
    else apart.set(name, [flag])
  }
  return FLAG_GROUPS.flatMap((group) => {
    const told = FLAG_KINDS.map((kind) => tellKind(kind, apart.get(`${group} ${kind}`) ?? [], telling))
    const lines = told.flatMap((part) => part.lines)
    if (lines.length === 0) return []
    return [
      {
        group,
        lines,
        more: told.flatMap((part) => part.more),
        count: told.reduce((sum, part) => sum + part.count, 0),
      },
    ]
  })
}
