import { type IsoDate, weekdayDate } from '@/lib/calendar/iso-date'
import type { TimelineRow } from '@/lib/timeline/kinds.rules'
import { KINDS } from '@/lib/timeline/kinds.words'

// More lines than this fold behind their count: a week of Do notes.
const OPEN_LINES = 3

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  if (lines.length <= OPEN_LINES)
    return lines.map((line, place) => (
      <p className="small pre" key={place}>
        {line}
      </p>
    ))
  return (
    <details className="govuk-details small">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Show all {lines.length}</span>
      </summary>
      <ul className="govuk-details__text">
        {lines.map((line, place) => (
          <li className="pre" key={place}>
            {line}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Entry({ row, base }: { row: TimelineRow; base: string }) {
  const kind = KINDS[row.kind]
  const { title, lines, href } = kind.say(row, base)
  return (
    <li>
      <p className="small soft">
        {kind.name}
        {row.by && <>, {row.by}</>}
      </p>
      <p>{href ? <a href={href}>{title}</a> : <b>{title}</b>}</p>
      <Lines lines={lines} />
    </li>
  )
}

const byDay = <One extends { on: IsoDate }>(rows: readonly One[]): [IsoDate, One[]][] => {
  const days = new Map<IsoDate, One[]>()
  for (const row of rows) days.set(row.on, [...(days.get(row.on) ?? []), row])
  return [...days]
}

/** What happened, day by day, the latest first; a day still to come says so. */
export function TimelineDays({
  rows,
  base,
  today,
}: {
  rows: readonly TimelineRow[]
  base: string
  today: IsoDate
}) {
  return byDay(rows).map(([day, entries]) => (
    <section className="timeline-day" key={day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        {weekdayDate(day)}
        {day > today && <span className="soft"> (still to come)</span>}
      </h2>
      <ul className="lines">
        {entries.map((row) => (
          <Entry row={row} base={base} key={`${row.kind}-${row.what}-${row.id}`} />
        ))}
      </ul>
    </section>
  ))
}

/** What others have changed, by the day they did. */
export function ChangedDays({ lines }: { lines: readonly { on: IsoDate; key: string; words: string }[] }) {
  return byDay(lines).map(([day, entries]) => (
    <section className="timeline-day" key={day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>{weekdayDate(day)}</h2>
      <ul className="lines">
        {entries.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </section>
  ))
}
