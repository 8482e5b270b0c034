/** Figures below this are not shown to governors (domain.md 8.3). */
export const FEWEST_SHOWN = 6

/** A figure as governors see it: the number; fewer than six; or withheld, because it would give one of those away. */
export type Shown = number | 'few' | 'withheld'

// Figures that add up are a circulation: pupils run from the school into the rows, from there into the columns
// and back to the school. Each figure is what flows along one edge, and at every corner as much comes in as goes
// out. All sums there are between the figures are said by that, and nothing else is.
type Edge = {
  readonly from: number
  readonly to: number
  readonly value: number
  /** How dear it is to withhold this figure for the sake of another; the sum of all is told elsewhere too, and stays. */
  readonly price: number
}

const lowest = (shown: Shown) => (shown === 'withheld' ? FEWEST_SHOWN : 0)
const highest = (shown: Shown) => (shown === 'few' ? FEWEST_SHOWN - 1 : Infinity)

// A figure is better withheld than two, a small one than a large one, and a total only where nothing else will do.
const A_FIGURE = 1_000
const A_TOTAL = 1_000_000
// The column that readers miss least goes before the others.
const MISSED_LEAST = 0.01

type Way = { readonly price: number; readonly withheld: readonly number[] }

/** What it costs to let the figure of an edge be one more (towards its end) or one less (towards its beginning). */
function stepAlong(edge: Edge, figure: Shown, corner: number): { to: number; price: number } | null {
  const hidden = typeof figure !== 'number'
  const limits: Shown = hidden ? figure : 'withheld'
  const price = hidden ? 0 : edge.price
  if (edge.from === corner && edge.value < highest(limits)) return { to: edge.to, price }
  if (edge.to === corner && edge.value > lowest(limits)) return { to: edge.from, price }
  return null
}

/** The cheapest way round from one corner to another without this edge, and which figures would be withheld for it. */
function wayRound(edges: readonly Edge[], shown: readonly Shown[], without: number, ends: [number, number]) {
  const [from, to] = ends
  const ways = new Map<number, Way>([[from, { price: 0, withheld: [] }]])
  const open = new Set([from])
  while (open.size > 0) {
    const corner = [...open].reduce((a, b) => ((ways.get(b)?.price ?? 0) < (ways.get(a)?.price ?? 0) ? b : a))
    const way = ways.get(corner) as Way
    if (corner === to) return way
    open.delete(corner)
    edges.forEach((edge, place) => {
      if (place === without) return
      const step = stepAlong(edge, shown[place] as Shown, corner)
      if (!step) return
      const price = way.price + step.price
      if (price >= (ways.get(step.to)?.price ?? Infinity)) return
      ways.set(step.to, { price, withheld: step.price > 0 ? [...way.withheld, place] : way.withheld })
      open.add(step.to)
    })
  }
  return null
}

/**
 * What has to be withheld so that this hidden figure could be one more, or one less, and every figure that is shown
 * would still read the same: nothing where that is so already; `null` where nothing would help.
 */
function cover(edges: readonly Edge[], shown: readonly Shown[], hidden: number): readonly number[] | null {
  const { from, to, value } = edges[hidden] as Edge
  const figure = shown[hidden] as Shown
  const ways = [
    value < highest(figure) ? wayRound(edges, shown, hidden, [to, from]) : null,
    value > lowest(figure) ? wayRound(edges, shown, hidden, [from, to]) : null,
  ].filter((way) => way !== null)
  return ways.sort((a, b) => a.price - b.price)[0]?.withheld ?? null
}

/**
 * What may be shown of figures that add up: none below six, and none from which one of those could be worked out.
 * `null` where nothing short of saying nothing keeps them.
 */
function shownFigures(edges: readonly Edge[]): Shown[] | null {
  const shown: Shown[] = edges.map(({ value }) => (value < FEWEST_SHOWN ? 'few' : value))
  for (let place = 0; place < edges.length; place++) {
    if (typeof shown[place] === 'number') continue
    const withheld = cover(edges, shown, place)
    if (!withheld) return null
    for (const other of withheld) shown[other] = 'withheld'
  }
  return shown
}

const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0)

export type ShownTable = { cells: Shown[][]; rowTotals: Shown[]; columnTotals: Shown[]; total: Shown }

/** A table of pupils with its totals, so that no cell that is hidden can be worked out from what is shown. */
export function shownTable(
  rows: readonly (readonly number[])[],
  missedLeast: number | null = null,
): ShownTable | null {
  const width = rows[0]?.length ?? 0
  const school = 0
  const row = (place: number) => 1 + place
  const column = (place: number) => 1 + rows.length + place
  const back = 1 + rows.length + width
  const columns = Array.from({ length: width }, (_, place) => sum(rows.map((cells) => cells[place] ?? 0)))
  const share = (place: number) => (place === missedLeast ? MISSED_LEAST : 1)
  const edges: Edge[] = [
    ...rows.flatMap((cells, at) =>
      cells.map((value, across) => ({
        from: row(at),
        to: column(across),
        value,
        price: (A_FIGURE + value) * share(across),
      })),
    ),
    ...rows.map((cells, at) => ({
      from: school,
      to: row(at),
      value: sum(cells),
      price: A_TOTAL + sum(cells),
    })),
    ...columns.map((value, at) => ({
      from: column(at),
      to: back,
      value,
      price: (A_TOTAL + value) * share(at),
    })),
    { from: back, to: school, value: sum(columns), price: Infinity },
  ]
  const shown = shownFigures(edges)
  if (!shown) return null
  const inner = rows.length * width
  return {
    cells: rows.map((_, at) => shown.slice(at * width, (at + 1) * width)),
    rowTotals: shown.slice(inner, inner + rows.length),
    columnTotals: shown.slice(inner + rows.length, -1),
    total: shown.at(-1) ?? 'few',
  }
}

/** A list of figures whose sum is shown elsewhere: what may be shown of each, or `null` where nothing may. */
export function shownList(figures: readonly number[]): Shown[] | null {
  const total = sum(figures)
  if (total < FEWEST_SHOWN) return figures.map(() => 'few')
  const list = figures.map((value) => ({ from: 0, to: 1, value, price: A_FIGURE + value }))
  const shown = shownFigures([...list, { from: 1, to: 0, value: total, price: Infinity }])
  return shown?.slice(0, -1) ?? null
}
