import { Details } from '@/components/look/details'
import { Icon } from '@/components/look/icon'
import { longDate } from '@/lib/calendar/iso-date'
import { aimLine, type MeasuredOutcome, underAim } from '@/lib/measurement/rules'
import { pictureSays, pictureTitle, roundWords, tableRows, underAimWords } from '@/lib/measurement/words'
import { drawMeasurements, type Drawn, type Frame } from './picture.rules'

const BROAD: Frame = { width: 720, height: 290, left: 40, right: 96, top: 34, bottom: 36 }
const NARROW: Frame = { width: 340, height: 230, left: 36, right: 16, top: 34, bottom: 36 }

// So wide is the last value with its day.
const LABEL = 120

/** Where the last value is written: clear of the line that leads to it, and of the target at the end. */
const besideLast = ({ x, y }: { x: number; y: number }, frame: Frame, isRising: boolean) => {
  const hasRoom = x < frame.width - frame.right - LABEL
  const below = hasRoom === isRising
  return {
    x: hasRoom ? x : x - 8,
    y: below ? y + 24 : y - 14,
    textAnchor: hasRoom ? 'start' : 'end',
  } as const
}

type DrawingProps = { drawn: Drawn; frame: Frame; id: string; title: string; says: string }

function Axes({ drawn, frame }: Pick<DrawingProps, 'drawn' | 'frame'>) {
  const end = frame.width - frame.right
  const foot = frame.height - frame.bottom
  return (
    <>
      {drawn.lines.map(({ value, y }) => (
        <g key={value}>
          <path className="g-line" d={`M${frame.left} ${y}H${end}`} />
          <text x={frame.left - 8} y={y + 4} textAnchor="end">
            {roundWords(value)}
          </text>
        </g>
      ))}
      {drawn.phases.map(({ x, words }) => (
        <g key={`${x} ${words}`}>
          <path className="g-phase" d={`M${x} ${frame.top - 20}V${foot}`} />
          {frame === BROAD && (
            <text x={x + 6} y={frame.top - 12}>
              {words.length > 40 ? `${words.slice(0, 38)}…` : words}
            </text>
          )}
        </g>
      ))}
      {drawn.review && (
        <rect
          className="g-today"
          x={drawn.review.x - 1.5}
          y={frame.top}
          width="3"
          height={foot - frame.top}
        />
      )}
      {drawn.days
        .filter(({ x }) => !drawn.review || Math.abs(x - drawn.review.x) > 118)
        .map(({ words, x, anchor }) => (
          <text key={words} x={x} y={frame.height - 12} textAnchor={anchor}>
            {words}
          </text>
        ))}
      {drawn.review && (
        <text
          className="g-b"
          x={Math.min(drawn.review.x, frame.width - 4)}
          y={frame.height - 12}
          textAnchor={drawn.review.x > frame.width / 2 ? 'end' : 'start'}
        >
          {drawn.review.words}
        </text>
      )}
    </>
  )
}

function Drawing({ drawn, frame, id, title, says }: DrawingProps) {
  const { start, target, last } = drawn
  const wide = frame === BROAD
  return (
    <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby={`${id}-title ${id}-says`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{says}</desc>
      <Axes drawn={drawn} frame={frame} />
      <path className="g-aim" d={drawn.aim} />
      {drawn.dots.length > 1 && <path className="g-now" d={drawn.now} />}
      {drawn.dots.map(({ x, y }, place) => (
        <circle key={place} className="g-dot" cx={x} cy={y} r="5" />
      ))}
      <path className="g-dot" d={`M${target.x} ${target.y - 8}l8 8-8 8-8-8z`} />
      {wide && (
        <>
          <text className="g-b" x={target.x + 13} y={target.y - 2}>
            Target {roundWords(target.value)}
          </text>
          <text x={target.x + 13} y={target.y + 14}>
            {target.by}
          </text>
          <text className="g-b" x={start.x + 4} y={start.y + (target.y < start.y ? 22 : -12)}>
            Start {roundWords(start.value)}
          </text>
          {last && (
            <text className="g-b" {...besideLast(last, frame, target.y < start.y)}>
              {roundWords(last.value)} on {last.on}
            </text>
          )}
        </>
      )}
    </svg>
  )
}

/** The same facts as a table, for those who would rather read, and where the measure is words. */
export function MeasurementTable({ outcome }: { outcome: MeasuredOutcome }) {
  return (
    <table className="govuk-table small">
      <caption className="govuk-visually-hidden">{pictureTitle(outcome)}</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Measured</th>
          <th scope="col" className="n">
            Aim line
          </th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {tableRows(outcome).map(({ key, on, value, aim, more }) => (
          <tr key={key}>
            <td>{longDate(on)}</td>
            <td>{value}</td>
            <td className="n">{aim}</td>
            <td>{more}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Four points in a row on the wrong side of the aim line: a prompt to think, and no verdict (P56). */
export function UnderAimPrompt({ outcome }: { outcome: MeasuredOutcome }) {
  const line = aimLine(outcome)
  const found = underAim(outcome)
  if (!line || !found) return null
  return (
    <p className="small">
      <Icon name="prompt" /> {underAimWords(found, line)}.
    </p>
  )
}

type Props = {
  outcome: MeasuredOutcome
  /** For staff: where four points in a row say that something may need to change. */
  withPrompt?: boolean
}

/** An outcome’s measurements as a picture, drawn on the server, with the same facts as a table (P56). */
export function MeasurementPicture({ outcome, withPrompt = false }: Props) {
  if (outcome.points.length === 0) return null
  const title = pictureTitle(outcome)
  const says = pictureSays(outcome)
  const [broad, narrow] = [drawMeasurements(outcome, BROAD, 5), drawMeasurements(outcome, NARROW, 3)]
  return (
    <>
      {broad && narrow && (
        <figure className="picture">
          <figcaption>{title}</figcaption>
          <div className="broad">
            <Drawing
              drawn={broad}
              frame={BROAD}
              id={`measured-${outcome.id}-broad`}
              title={title}
              says={says}
            />
          </div>
          <div className="narrow">
            <Drawing
              drawn={narrow}
              frame={NARROW}
              id={`measured-${outcome.id}-narrow`}
              title={title}
              says={says}
            />
          </div>
          <p className="small soft">Line: measured. Dashes: the way from the start to the target.</p>
        </figure>
      )}
      {withPrompt && <UnderAimPrompt outcome={outcome} />}
      <Details summary={broad ? 'The same facts as a table' : `Measured: ${title}`} small>
        <MeasurementTable outcome={outcome} />
      </Details>
    </>
  )
}
