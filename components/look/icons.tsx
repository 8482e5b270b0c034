import { everyMeter, type Mark, meterSymbol } from './marks'

const PLACES = [8, 31, 54]

function MarkShape({ mark, x }: { mark: Mark; x: number }) {
  if (mark === 'held') return <circle className="mk-held" cx={x} cy="8" r="6.5" />
  if (mark === 'not-needed') return <path className="mk-off" d={`M${x - 5} 8h10`} />
  return (
    <>
      <circle className="mk-ring" cx={x} cy="8" r="5.6" />
      {mark === 'booked' && <circle className="mk-dot" cx={x} cy="8" r="2.4" />}
    </>
  )
}

// The line joins the meetings that are asked for, and stops at the last of them.
function MeterSymbol({ marks }: { marks: readonly Mark[] }) {
  const asked = marks.filter((mark) => mark !== 'not-needed').length
  return (
    <symbol id={meterSymbol(marks)} viewBox="0 0 62 16">
      {asked > 1 && <path className="mk-line" d={`M8 8H${PLACES[asked - 1] ?? 8}`} />}
      {marks.map((mark, place) => (
        <MarkShape key={PLACES[place]} mark={mark} x={PLACES[place] ?? 0} />
      ))}
    </symbol>
  )
}

const line = { fill: 'none', stroke: 'currentColor' } as const

// How the pieces of a bar are told apart where there is no colour; a met piece is solid, a not-applicable one empty.
function Patterns() {
  return (
    <defs>
      <pattern id="p-met" className="pattern" width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M0 0h8v8H0z" className="pattern-solid" />
      </pattern>
      <pattern id="p-track" className="pattern" width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" strokeWidth="1.5" />
      </pattern>
      <pattern id="p-risk" className="pattern" width="8" height="8" patternUnits="userSpaceOnUse">
        <circle cx="4" cy="4" r="1.8" className="pattern-solid" />
      </pattern>
      <pattern id="p-part" className="pattern" width="5" height="8" patternUnits="userSpaceOnUse">
        <path d="M2.5 0v8" strokeWidth="1.5" />
      </pattern>
      <pattern id="p-miss" className="pattern" width="7" height="7" patternUnits="userSpaceOnUse">
        <path d="M0 0l7 7M7 0L0 7" strokeWidth="1.5" />
      </pattern>
    </defs>
  )
}

/** The sheet of every shape, once a page; `Icon` and `Meter` point at it. Six silhouettes tell the six states. */
export function Icons() {
  return (
    <svg className="icons" aria-hidden="true">
      <Patterns />
      <symbol id="i-met" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7.5" fill="currentColor" />
        <path d="M4.4 8.2l2.5 2.6 4.7-5.3" fill="none" className="k" strokeWidth="2" />
      </symbol>
      <symbol id="i-track" viewBox="0 0 16 16">
        <path d="M1 2.5h8.2L15.4 8l-6.2 5.5H1z" fill="currentColor" />
      </symbol>
      <symbol id="i-risk" viewBox="0 0 16 16">
        <path d="M8 .8L15.8 15H.2z" fill="currentColor" />
        <path d="M8 5.6v4.2M8 11.3v2" className="k" strokeWidth="1.8" />
      </symbol>
      <symbol id="i-miss" viewBox="0 0 16 16">
        <rect x=".8" y=".8" width="14.4" height="14.4" rx="2" fill="currentColor" />
        <path d="M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4" className="k" strokeWidth="2" />
      </symbol>
      <symbol id="i-part" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.7" {...line} strokeWidth="1.6" />
        <path d="M8 1.3a6.7 6.7 0 010 13.4z" fill="currentColor" />
      </symbol>
      <symbol id="i-none" viewBox="0 0 16 16">
        <path d="M2 8h12" stroke="currentColor" strokeWidth="3" />
      </symbol>
      <symbol id="i-prompt" viewBox="0 0 16 16">
        <path d="M8 .8L15.2 8 8 15.2.8 8z" {...line} strokeWidth="1.8" />
      </symbol>
      <symbol id="i-to" viewBox="0 0 16 16">
        <path d="M2 8h11M9 3.5L13.5 8 9 12.5" {...line} strokeWidth="1.8" />
      </symbol>
      <symbol id="i-by" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.6" {...line} strokeWidth="1.6" />
        <path d="M8 4v4.3l2.7 1.8" {...line} strokeWidth="1.6" />
      </symbol>
      <symbol id="i-down" viewBox="0 0 16 16">
        <path d="M3 5.5l5 5 5-5" {...line} strokeWidth="2" />
      </symbol>
      <symbol id="i-close" viewBox="0 0 16 16">
        <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" {...line} strokeWidth="2.4" />
      </symbol>
      <symbol id="i-held" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="11" fill="currentColor" />
        <path d="M6.8 12.4l3.6 3.7 6.8-7.8" fill="none" className="k" strokeWidth="2.6" />
      </symbol>
      <symbol id="i-booked" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="10" {...line} strokeWidth="2" />
        <circle cx="12" cy="12" r="4" fill="currentColor" />
      </symbol>
      <symbol id="i-open" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="10" {...line} strokeWidth="2" />
      </symbol>
      <symbol id="i-cycle-next" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.5" className="mk-next" />
      </symbol>
      <symbol id="i-cycle-open" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.5" className="mk-sun" />
      </symbol>
      <symbol id="i-cycle-closed" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="8" className="mk-held" />
      </symbol>
      {everyMeter.map((marks) => (
        <MeterSymbol key={meterSymbol(marks)} marks={marks} />
      ))}
    </svg>
  )
}
