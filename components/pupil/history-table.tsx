import { actWords } from '@/lib/audit/words'
import { longDate, schoolDay, schoolTime, timeOfDay } from '@/lib/calendar/iso-date'
import type { Role } from '@/lib/platform/actor'
import { roleWords } from '@/lib/person/words'
import type { HistoryEntry } from '@/lib/pupil/header.rules'

const who = ({ who: name, role }: HistoryEntry) =>
  // an import from the command line has no person behind it
  role === 'system' ? 'The command line' : `${name}, ${roleWords(role as Role)}`

/** Who read or changed what about a pupil, a line for each, in plain words. */
export function HistoryTable({ entries }: { entries: readonly HistoryEntry[] }) {
  if (entries.length === 0) return <p>Nothing more on this page.</p>
  return (
    <table className="govuk-table">
      <caption className="govuk-visually-hidden">Who read or changed what</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              {longDate(schoolDay(entry.at))}, {timeOfDay(schoolTime(entry.at))}
            </td>
            <td>{who(entry)}</td>
            <td>{capital(actWords(entry.action, entry.details))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
