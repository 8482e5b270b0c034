import { dayAndMonth, longDate } from '@/lib/calendar/iso-date'
import { type BurnUpFacts, drawBurnUp, type Frame } from './burn-up.rules'
import { Details } from './details'

const BROAD: Frame = { width: 700, height: 290, left: 44, right: 16, top: 40, bottom: 34 }
const NARROW: Frame = { width: 300, height: 200, left: 34, right: 8, top: 30, bottom: 30 }

type Props = BurnUpFacts & { id: string; title: string }

/** What is booked to come, as the last point of its line. */
const lastBooked = ({ ahead, booked }: BurnUpFacts) => ahead?.at(-1) ?? booked ?? null

function inWords(facts: BurnUpFacts): string {
  const { today, held, needed } = facts
  const booked = lastBooked(facts)
  const last = held.at(-1)?.total ?? 0
  const steps = needed.map(({ by, total }) => `${total} by ${dayAndMonth(by)}`).join(', ')
  const more = booked ? ` Booked: ${booked.total - last} more before ${dayAndMonth(booked.on)}.` : ''
  return `Held: ${last} by ${dayAndMonth(today)}. Needed: ${steps || 'none'}.${more}`
}

function Drawing({
  facts,
  frame,
  id,
  title,
}: {
  facts: BurnUpFacts
  frame: Frame
  id: string
  title: string
}) {
  const wide = frame === BROAD
  const drawn = drawBurnUp(facts, frame, wide ? 5 : 3)
  const { now } = drawn
  const end = frame.width - frame.right
  // The words of today stand on the side where there is room.
  const side = now.x > frame.width * 0.6 ? { x: now.x - 12, textAnchor: 'end' as const } : { x: now.x + 12 }
  const below = Math.min(now.y + 24, frame.height - frame.bottom - 24)
  const more = (lastBooked(facts)?.total ?? now.total) - now.total

  return (
    <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby={`${id}-title ${id}-says`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{inWords(facts)}</desc>
      {drawn.lines.map(({ total, y }) => (
        <g key={total}>
          <path className="g-line" d={`M${frame.left} ${y}H${end}`} />
          <text x={frame.left - 8} y={y + 4} textAnchor="end">
            {total}
          </text>
        </g>
      ))}
      {drawn.months.map(({ month, x }) => (
        <text key={month} x={x} y={frame.height - 10}>
          {month}
        </text>
      ))}
      <rect
        className="g-today"
        x={now.x - 1.5}
        y={frame.top - 12}
        width="3"
        height={frame.height - frame.top - frame.bottom + 12}
      />
      <path className="g-aim" d={drawn.needed} />
      <path className="g-now" d={drawn.held} />
      {drawn.booked && <path className="g-soon" d={drawn.booked} />}
      <circle className="g-dot" cx={now.x} cy={now.y} r="6" />
      <text className="g-b" {...side} y={below}>
        {wide ? `${now.total} held, ${dayAndMonth(facts.today)}` : `${now.total} held`}
      </text>
      {wide && more > 0 && (
        <text {...side} y={below + 18}>
          {more} more booked
        </text>
      )}
      {drawn.steps.map(({ by, total, x, y }, step) => {
        const last = step === drawn.steps.length - 1
        if (!wide && !last) return null
        return (
          <text key={by} x={last ? end : x - 6} y={y - 8} textAnchor="end">
            {wide ? `${total} by ${dayAndMonth(by)}` : `${total} needed`}
          </text>
        )
      })}
    </svg>
  )
}

/** What was held on or before a day; the last of the line, because it is oldest first. */
function heldBy({ held, today, ahead }: BurnUpFacts, day: string) {
  const soFar = held.findLast(({ on }) => on <= day)?.total ?? 0
  if (day <= today) return soFar
  if (!ahead) return 'to come'
  return `${ahead.findLast(({ on }) => on <= day)?.total ?? held.at(-1)?.total ?? 0} as booked`
}

/** Meetings held through the year against what 6.65 needs by each due point; the same facts stand in a table. */
export function BurnUp({ id, title, ...facts }: Props) {
  const rows = [...facts.needed, { by: facts.today, total: null }].sort((a, b) => a.by.localeCompare(b.by))
  return (
    <>
      <figure className="picture">
        <div className="broad">
          <Drawing facts={facts} frame={BROAD} id={`${id}-broad`} title={title} />
        </div>
        <div className="narrow">
          <Drawing facts={facts} frame={NARROW} id={`${id}-narrow`} title={title} />
        </div>
        <p className="small soft">
          Line: held and counted. Dashes: needed if every pupil keeps pace.
          {facts.ahead && ' Dots: if what is booked is held.'} Upright bar: today.
        </p>
      </figure>
      <Details summary="The same facts as a table" small>
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">By</th>
              <th scope="col" className="n">
                Needed
              </th>
              <th scope="col" className="n">
                Held
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ by, total }) => (
              <tr key={`${by}${total ?? ''}`}>
                <td>{total === null ? `${longDate(by)}, today` : longDate(by)}</td>
                <td className="n">{total ?? ''}</td>
                <td className="n">{heldBy(facts, by)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </>
  )
}
