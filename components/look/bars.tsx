import type { StandingState } from '@/lib/parent-meeting/rules'
import { stateWords } from '@/lib/parent-meeting/words'
import { Icon } from './icon'
import { StateTag, stateTones } from './state-tag'

/** The states a bar is made of, from the left. */
export const BAR_STATES = [
  'met',
  'on-track',
  'at-risk',
  'part-year-met',
  'not-met',
  'not-applicable',
] as const

export type BarState = (typeof BAR_STATES)[number] & StandingState
export type BarCounts = Record<BarState, number>
export type BarRow = { key: string; label: string; href?: string; counts: BarCounts }

type Props = {
  caption: string
  rowsAre: string
  rows: readonly BarRow[]
  total?: { label: string; counts: BarCounts }
}

const allOf = (counts: BarCounts) => BAR_STATES.reduce((sum, state) => sum + counts[state], 0)

// A shape has room in a piece this wide, in hundredths of the longest bar.
const ROOM_FOR_A_SHAPE = 8

/** Each piece of a bar: where it begins and how wide it is, in hundredths of the longest bar. */
export function piecesOf(counts: BarCounts, longest: number) {
  let from = 0
  return BAR_STATES.flatMap((state) => {
    const width = longest === 0 ? 0 : (counts[state] / longest) * 100
    const piece = { state, from, width }
    from += width
    return counts[state] > 0 ? [piece] : []
  })
}

function Bar({ counts, longest }: { counts: BarCounts; longest: number }) {
  return (
    <svg height="26" aria-hidden="true">
      {piecesOf(counts, longest).map(({ state, from, width }) => {
        const tone = stateTones[state]
        const place = { x: `${from.toFixed(2)}%`, y: 1, width: `${width.toFixed(2)}%`, height: 24 }
        return (
          <g className={tone} key={state}>
            <rect className="seg" {...place} />
            {tone !== 'none' && <rect className="seg-pattern" fill={`url(#p-${tone})`} {...place} />}
            {width >= ROOM_FOR_A_SHAPE && (
              <use
                className="seg-icon"
                href={`#i-${tone}`}
                x={`${(from + width / 2).toFixed(2)}%`}
                y="7"
                width="12"
                height="12"
                transform="translate(-6 0)"
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}

function Numbers({ counts }: { counts: BarCounts }) {
  return (
    <>
      {BAR_STATES.map((state) => (
        <td
          role="cell"
          className={`n ${stateTones[state]}`}
          key={state}
          data-l={stateWords[state]}
          data-count={counts[state]}
        >
          <Icon name={stateTones[state]} /> {counts[state]}
        </td>
      ))}
      <td role="cell" className="n" data-l="in all">
        <b>{allOf(counts)}</b>
      </td>
    </>
  )
}

// What each colour, shape and pattern is called.
function Key() {
  return (
    <p className="key" aria-hidden="true">
      {BAR_STATES.map((state) => (
        <span key={state}>
          <svg className="swatch icon" viewBox="0 0 18 18">
            <rect className="seg" x="1" y="1" width="16" height="16" />
            {state !== 'not-applicable' && (
              <rect
                className="seg-pattern"
                fill={`url(#p-${stateTones[state]})`}
                x="1"
                y="1"
                width="16"
                height="16"
              />
            )}
          </svg>{' '}
          <StateTag state={state} />
        </span>
      ))}
    </p>
  )
}

/** How many pupils stand in each state, group by group: a bar to look at, and every number beside it. */
export function Bars({ caption, rowsAre, rows, total }: Props) {
  const longest = Math.max(...rows.map(({ counts }) => allOf(counts)), 0)
  return (
    <>
      <Key />
      <table className="govuk-table bars" role="table">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr className="small" role="row">
            <th scope="col" role="columnheader">
              {rowsAre}
            </th>
            <td className="bar-cell" role="cell" />
            {BAR_STATES.map((state) => (
              <th scope="col" role="columnheader" className={`n ${stateTones[state]}`} key={state}>
                <Icon name={stateTones[state]} />
                {stateWords[state]}
              </th>
            ))}
            <th scope="col" role="columnheader" className="n">
              All
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, label, href, counts }) => (
            <tr role="row" key={key}>
              <th scope="row" role="rowheader">
                {href ? <a href={href}>{label}</a> : label}
              </th>
              <td className="bar-cell" role="cell">
                <Bar counts={counts} longest={longest} />
              </td>
              <Numbers counts={counts} />
            </tr>
          ))}
          {total && (
            <tr role="row">
              <th scope="row" role="rowheader">
                {total.label}
              </th>
              <td className="bar-cell" role="cell" />
              <Numbers counts={total.counts} />
            </tr>
          )}
        </tbody>
      </table>
    </>
  )
}
