import type { IsoDate } from '@/lib/calendar/iso-date'
import type { ParentMeetingFormat } from '@/lib/parent-meeting/counting.rules'
import { FORMATS } from '@/lib/parent-meeting/record.rules'
import type { RegisterStatus } from '@/lib/sen-register/rules'
import type { YearBurnUp } from './burn-up.rules'
import { allOf, type Figures, percentOf, type StateCounts } from './rules'
import { FEWEST_SHOWN, type Shown, shownList, shownTable } from './suppress.rules'

/** The states as governors see them: few enough columns that most of them can be shown. */
export const GOVERNOR_COLUMNS = ['met', 'on-track', 'at-risk-or-not-met', 'part-year-or-none'] as const

export type GovernorColumn = (typeof GOVERNOR_COLUMNS)[number]

const columnsOf = (counts: StateCounts): Record<GovernorColumn, number> => ({
  met: counts.met,
  'on-track': counts['on-track'],
  'at-risk-or-not-met': counts['at-risk'] + counts['not-met'],
  'part-year-or-none': counts['part-year-met'] + counts['not-applicable'],
})

type ListOf<Key> = readonly { readonly key: Key; readonly pupils: Shown }[]

/** What a governor is told: no figure below six, and none from which one of those could be worked out (8.3; 1.13). */
export type GovernorFigures = {
  readonly pupils: Shown
  readonly held: Shown
  readonly needed: Shown
  readonly expectedByNow: Shown
  readonly threeHeld: Shown
  readonly fewerThanThree: Shown
  /** Three meetings held, in hundredths: of those here all year, or of everyone where that would give a few away. */
  readonly threeHeldPercent: { readonly percent: number; readonly of: 'full-year' | 'everyone' } | null
  readonly behind: Shown
  readonly reviewsAgreed: Shown
  readonly reviewsOverdue: Shown
  readonly notTold: Shown
  readonly byYear: {
    readonly rows: readonly {
      readonly key: number | null
      readonly cells: readonly Shown[]
      readonly all: Shown
    }[]
    readonly columnTotals: readonly Shown[]
    readonly total: Shown
  } | null
  readonly byNeed: ListOf<string | null> | null
  readonly byStatus: ListOf<RegisterStatus> | null
  readonly formats: Record<ParentMeetingFormat, Shown> | null
  /** Held and needed by each due point that has passed, and today. */
  readonly steps: readonly Step[]
  /** The same as a picture, where no step of it is small; null where one is. */
  readonly burnUp: YearBurnUp | null
}

type Step = { readonly by: IsoDate; readonly needed: Shown | null; readonly held: Shown }

const figure = (count: number): Shown => (count < FEWEST_SHOWN ? 'few' : count)

/** A part of a whole that is shown too: neither it nor the rest may be small. */
const partOf = (part: number, whole: number): Shown => shownList([part, whole - part])?.[0] ?? 'withheld'

const listOf = <Key>(rows: readonly { key: Key; counts: StateCounts }[]): ListOf<Key> | null => {
  const shown = shownList(rows.map(({ counts }) => allOf(counts)))
  return shown && rows.map(({ key }, at) => ({ key, pupils: shown[at] ?? 'withheld' }))
}

function byYearOf({ byYear }: Figures) {
  const table = shownTable(
    byYear.map(({ counts }) => {
      const columns = columnsOf(counts)
      return GOVERNOR_COLUMNS.map((column) => columns[column])
    }),
    GOVERNOR_COLUMNS.indexOf('on-track'),
  )
  return (
    table && {
      rows: byYear.map(({ key }, at) => ({
        key,
        cells: table.cells[at] ?? [],
        all: table.rowTotals[at] ?? ('withheld' as const),
      })),
      columnTotals: table.columnTotals,
      total: table.total,
    }
  )
}

/**
 * The share who had three meetings. Set beside the count of everyone, the share of those here all year says how many
 * were here for a part of it and had three: where one of those groups is small, the share is of everyone instead.
 */
function threeHeldPercent({ fullYear, pupils, threeHeld }: Figures, isShown: boolean) {
  if (!isShown) return null
  const partYear = { pupils: pupils - fullYear.pupils, met: threeHeld - fullYear.met }
  const groups = [fullYear.met, fullYear.pupils - fullYear.met, partYear.met, partYear.pupils - partYear.met]
  const mayBeSplit = partYear.pupils === 0 || groups.every((count) => count >= FEWEST_SHOWN)
  const percent = mayBeSplit ? percentOf(fullYear.met, fullYear.pupils) : percentOf(threeHeld, pupils)
  return percent === null
    ? null
    : { percent, of: mayBeSplit ? ('full-year' as const) : ('everyone' as const) }
}

const heldBy = ({ held }: YearBurnUp, day: IsoDate) => held.findLast(({ on }) => on <= day)?.total ?? 0

/**
 * Meetings at the due points that have passed, and today. Two figures beside each other tell the step between them:
 * where that is small, the earlier is withheld, because today's is told above.
 */
function stepsOf(burnUp: YearBurnUp, today: IsoDate): Step[] {
  const passed = burnUp.needed.filter(({ by }) => by < today)
  const steps: Step[] = [{ by: today, needed: null, held: figure(heldBy(burnUp, today)) }]
  let next = heldBy(burnUp, today)
  for (const { by, total } of [...passed].reverse()) {
    const held = heldBy(burnUp, by)
    const isShown = next - held >= FEWEST_SHOWN && held >= FEWEST_SHOWN
    steps.unshift({
      by,
      needed: figure(total),
      held: isShown ? held : held < FEWEST_SHOWN ? 'few' : 'withheld',
    })
    if (isShown) next = held
  }
  return steps
}

/** The picture of the same steps, where every one of them is shown. */
function coarse(burnUp: YearBurnUp, steps: readonly Step[]): YearBurnUp | null {
  const held = steps.flatMap((step) =>
    typeof step.held === 'number' ? [{ on: step.by, total: step.held }] : [],
  )
  if (held.length < steps.length || burnUp.needed.some(({ total }) => total < FEWEST_SHOWN)) return null
  return { ...burnUp, held, booked: null }
}

/** The head's figures as governors may see them. */
export function governorFigures(figures: Figures, burnUp: YearBurnUp, today: IsoDate): GovernorFigures {
  const { pupils, reviews, told, formats } = figures
  const byYear = byYearOf(figures)
  const [three, , behind] = byYear?.columnTotals ?? []
  const isThreeShown = typeof three === 'number'
  // What is asked of pupils who are not here all year is told by how far the sum falls short of three each.
  const lessThanThreeEach = pupils * figures.eachYear - figures.needed
  const shownFormats = shownList(FORMATS.map((format) => formats[format]))
  const isSmallSchool = pupils < FEWEST_SHOWN
  const steps = isSmallSchool ? [] : stepsOf(burnUp, today)
  return {
    pupils: figure(pupils),
    held: isSmallSchool ? 'withheld' : figure(figures.held),
    needed:
      isSmallSchool || (lessThanThreeEach > 0 && lessThanThreeEach < FEWEST_SHOWN)
        ? 'withheld'
        : figure(figures.needed),
    expectedByNow: isSmallSchool ? 'withheld' : figure(figures.expectedByNow),
    threeHeld: three ?? 'withheld',
    fewerThanThree: isThreeShown ? partOf(figures.fewerThanThree, pupils) : 'withheld',
    threeHeldPercent: threeHeldPercent(
      figures,
      isThreeShown && typeof partOf(figures.fewerThanThree, pupils) === 'number',
    ),
    behind: behind ?? 'withheld',
    reviewsAgreed: figure(reviews.agreed),
    reviewsOverdue: partOf(reviews.overdue, reviews.agreed),
    notTold: partOf(told.missing, told.asked),
    byYear,
    byNeed: listOf(figures.byNeed),
    byStatus: listOf(figures.byStatus),
    formats:
      shownFormats &&
      (Object.fromEntries(FORMATS.map((format, at) => [format, shownFormats[at]])) as Record<
        ParentMeetingFormat,
        Shown
      >),
    steps,
    burnUp: coarse(burnUp, steps),
  }
}
