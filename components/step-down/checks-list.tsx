import { longDate } from '@/lib/calendar/iso-date'
import type { WatchCheck } from '@/lib/step-down/rules'
import { goingWords } from '@/lib/step-down/words'

/** The checks that are written, the first first. */
export function ChecksList({ checks }: { checks: readonly WatchCheck[] }) {
  if (checks.length === 0) return null
  return (
    <ul className="lines">
      {checks.map((check) => (
        <li key={check.id}>
          <p>
            <b>{goingWords[check.going]}</b>: <span className="pre">{check.words}</span>
          </p>
          <p className="small soft">
            {check.by}, {longDate(check.on)}
          </p>
        </li>
      ))}
    </ul>
  )
}
