import { Card } from '@/components/look/card'
import { dateRange, longDate } from '@/lib/calendar/iso-date'
import type { ClassTime } from '@/lib/pupil/classes.rules'

function whenWords({ from, until }: ClassTime): string {
  if (until === null) return from === null ? 'Now; since when is not known' : `Since ${longDate(from)}`
  return from === null ? `Until ${longDate(until)}` : dateRange(from, until)
}

/** The classes a pupil has been in by their days, with who taught them: a note of that day belongs to that class. */
export function ClassesCard({ classes }: { classes: readonly ClassTime[] }) {
  if (classes.length === 0) return null
  return (
    <Card heading="Classes so far">
      <ul className="lines">
        {classes.map((time) => (
          <li key={time.id}>
            <p>
              <b>{time.name}</b>. {whenWords(time)}
            </p>
            {time.staff.length > 0 && <p className="soft small">{time.staff.join(', ')}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
