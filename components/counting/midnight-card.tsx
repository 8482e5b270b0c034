import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { WorkedExample } from '@/lib/parent-meeting/example.rules'

type Props = {
  example: WorkedExample
  /** Each beginning as a clock in Greenwich shows it, the day it is at school, and the school year it counts in. */
  beginnings: readonly { at: string; day: IsoDate; clock: string; yearName: string }[]
}

/** The example about the night in which one school year ends and the next begins (8.4). */
export function MidnightCard({ example: { number, situation, shows }, beginnings }: Props) {
  return (
    <section className="card count" aria-labelledby={`example-${number}`}>
      <h3 id={`example-${number}`}>
        {number}. {situation}
      </h3>
      <ul className="lines">
        {beginnings.map(({ at, day, clock, yearName }) => (
          <li key={at}>
            <p className="small">
              Began at {clock} at school, on {longDate(day)}: counts in {yearName}.
            </p>
          </li>
        ))}
      </ul>
      <p className="soft">{shows}</p>
    </section>
  )
}
