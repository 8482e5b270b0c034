import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Shown, shownList, shownTable, type ShownTable } from './suppress.rules'

const small = fc.integer({ min: 0, max: 14 })
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([height, width]) =>
    fc.array(fc.array(small, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  )

const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0)

/** Every figure of a table in one list: cells, row totals, column totals, total. */
const figuresOf = (rows: readonly (readonly number[])[]) => {
  const columns = (rows[0] ?? []).map((_, at) => sum(rows.map((row) => row[at] ?? 0)))
  return [...rows.flat(), ...rows.map(sum), ...columns, sum(columns)]
}
const shownOf = ({ cells, rowTotals, columnTotals, total }: ShownTable): Shown[] => [
  ...cells.flat(),
  ...rowTotals,
  ...columnTotals,
  total,
]

/** Whether a table with these figures would be shown in the same way. */
const readsTheSame = (figures: readonly number[], shown: readonly Shown[]) =>
  shown.every((as, at) => {
    const figure = figures[at] as number
    return as === 'few' ? figure >= 0 && figure < 6 : as === 'withheld' ? figure >= 6 : figure === as
  })

/** Every way to add -1, 0 or 1 to each of so many cells. */
function* changes(count: number): Generator<number[]> {
  if (count === 0) yield []
  else for (const rest of changes(count - 1)) for (const one of [-1, 0, 1]) yield [one, ...rest]
}

/** The hidden figures that somebody with pencil and paper could work out from those that are shown. */
function workedOut(rows: readonly (readonly number[])[], shown: readonly Shown[]): number[] {
  const width = rows[0]?.length ?? 0
  const real = figuresOf(rows)
  const open = new Set(shown.flatMap((as, at) => (typeof as === 'number' ? [] : [at])))
  for (const change of changes(rows.length * width)) {
    const other = figuresOf(
      rows.map((row, at) => row.map((cell, across) => cell + (change[at * width + across] ?? 0))),
    )
    if (!readsTheSame(other, shown)) continue
    for (const at of open) if (other[at] !== real[at]) open.delete(at)
    if (open.size === 0) return []
  }
  return [...open]
}

describe('shownTable', () => {
  it('shows a table of large figures whole', () => {
    expect(
      shownTable([
        [10, 20],
        [30, 40],
      ]),
    ).toEqual({
      cells: [
        [10, 20],
        [30, 40],
      ],
      rowTotals: [30, 70],
      columnTotals: [40, 60],
      total: 100,
    })
  })

  it('withholds what would give a small figure away: another in its row, another in its column, and their corner', () => {
    const shown = shownTable([
      [3, 10, 20],
      [7, 30, 40],
      [50, 60, 70],
    ])
    expect(shown?.cells).toEqual([
      ['few', 'withheld', 20],
      ['withheld', 'withheld', 40],
      [50, 60, 70],
    ])
    expect([shown?.rowTotals, shown?.columnTotals, shown?.total]).toEqual([
      [33, 77, 180],
      [60, 100, 130],
      290,
    ])
  })

  it('does not take two small figures for a hiding place when their sum leaves only one way', () => {
    // 0 and 0 in one row of 20: with the row total shown, anyone would see that both are nothing.
    const rows = [
      [0, 0, 20],
      [10, 12, 30],
    ]
    const shown = shownTable(rows)
    expect(shown).not.toBeNull()
    expect(workedOut(rows, shownOf(shown!))).toEqual([])
  })

  it('shows nothing of a school with fewer than six pupils', () => {
    expect(shownOf(shownTable([[2, 1]])!)).toEqual(Array(6).fill('few'))
  })

  it('never shows a figure below six', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const shown = shownTable(rows)
        for (const as of shown ? shownOf(shown) : [])
          if (typeof as === 'number') expect(as).toBeGreaterThanOrEqual(6)
      }),
    )
  })

  it('shows only what is true, and hides nothing in a table without small figures', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const shown = shownTable(rows)
        if (!shown) return
        expect(readsTheSame(figuresOf(rows), shownOf(shown))).toBe(true)
        if (rows.flat().every((cell) => cell >= 6)) expect(shownOf(shown)).toEqual(figuresOf(rows))
      }),
    )
  })

  it('hides no figure that could be worked out from the others and their totals', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(null, 0, 1), (rows, missedLeast) => {
        const shown = shownTable(rows, missedLeast)
        if (shown) expect(workedOut(rows, shownOf(shown))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('withholds the column that is missed least before the others', () => {
    const rows = [
      [12, 20, 10, 0],
      [14, 22, 9, 0],
    ]
    expect(shownTable(rows, 1)?.columnTotals).toEqual([26, 'withheld', 19, 'few'])
    expect(shownTable(rows)?.columnTotals).toEqual([26, 42, 'withheld', 'few'])
  })

  it('would be found out if it only hid the small figures', () => {
    const rows = [
      [3, 10],
      [20, 30],
    ]
    const naive = figuresOf(rows).map((figure): Shown => (figure < 6 ? 'few' : figure))
    expect(workedOut(rows, naive)).toEqual([0])
  })

  it('keeps a table worth reading: of a school of 187 most figures stay', () => {
    const shown = shownTable([
      [2, 10, 3, 3],
      [6, 19, 4, 2],
      [5, 15, 6, 1],
      [6, 17, 5, 1],
      [4, 13, 5, 2],
      [5, 17, 7, 1],
      [6, 16, 5, 1],
    ])
    expect(shown?.columnTotals).toEqual([34, 107, 35, 11])
    expect(shown?.rowTotals).toEqual([18, 31, 27, 29, 24, 30, 28])
    expect(shown?.cells.flat().filter((as) => typeof as === 'number').length).toBeGreaterThanOrEqual(8)
  })
})

describe('shownList', () => {
  it.each([
    ['all large', [7, 20], [7, 20]],
    ['one small: the smallest other goes too, for their sum is known', [3, 20, 9], ['few', 20, 'withheld']],
    ['two small that hide each other', [3, 2, 20], ['few', 'few', 20]],
    ['fewer than six in all', [3, 2], ['few', 'few']],
    ['nothing at all', [], []],
  ] satisfies [string, number[], Shown[]][])('%s', (_why, figures, shown) => {
    expect(shownList(figures)).toEqual(shown)
  })

  it('says nothing at all rather than what could be worked out', () => {
    // One figure whose sum is shown is that sum; two nothings beside it are nothing.
    expect(shownList([20])).toEqual([20])
    expect(shownList([0, 20])).toEqual(['few', 'withheld'])
  })

  it('hides no figure that could be worked out from the sum', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 5 }), (figures) => {
        const shown = shownList(figures)
        const total = sum(figures)
        if (!shown || total < 6) return
        const open = new Set(shown.flatMap((as, at) => (typeof as === 'number' ? [] : [at])))
        for (const change of changes(figures.length)) {
          const other = figures.map((figure, at) => figure + (change[at] ?? 0))
          if (sum(other) !== total || !readsTheSame(other, shown)) continue
          for (const at of open) if (other[at] !== figures[at]) open.delete(at)
        }
        expect([...open]).toEqual([])
      }),
    )
  })
})
