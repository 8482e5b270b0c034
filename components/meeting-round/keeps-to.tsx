import type { ReactNode } from 'react'
import { Card } from '@/components/look/card'
import { timeOfDay } from '@/lib/calendar/iso-date'
import { CONSTRAINTS, type Levels } from '@/lib/meeting-round/constraints.rules'
import { timeAt } from '@/lib/meeting-round/rules'
import type { Hours } from '@/lib/meeting-round/timetable.rules'
import { ALWAYS_WORDS, constraintWords, levelWords } from '@/lib/meeting-round/words'

type Round = {
  staff: readonly { hours: readonly Hours[] }[]
  rooms: readonly { name: string; isUsed: boolean }[]
  levels: Levels
}

/** The earliest and the latest that anybody is there. */
function hoursWords(staff: Round['staff']): string {
  const all = staff.flatMap(({ hours }) => hours)
  if (all.length === 0) return `${staff.length} staff, none with hours yet`
  const from = timeOfDay(timeAt(Math.min(...all.map((one) => one.from))))
  const until = timeOfDay(timeAt(Math.max(...all.map((one) => one.until))))
  return `${staff.length} staff, between ${from} and ${until}`
}

/** What the timetable keeps to, hard and soft, each with the way to change it. */
export function KeepsTo({ round, here }: { round: Round; here: string }) {
  const { staff, rooms, levels } = round
  const used = rooms.filter(({ isUsed }) => isUsed)
  const at = (level: string) => CONSTRAINTS.filter((constraint) => levels[constraint] === level)
  const wishes = CONSTRAINTS.filter((constraint) => !['must', 'off'].includes(levels[constraint]))
  return (
    <Card heading="What the timetable keeps to">
      <dl className="govuk-summary-list">
        <Line term="When staff are there" href={`${here}/hours`}>
          {hoursWords(staff)}
        </Line>
        <Line term="Rooms" href={`${here}/rooms`}>
          {used.length === 0 ? 'None yet' : used.map(({ name }) => name).join(', ')}
        </Line>
        <Line term="Must" href={`${here}/constraints`}>
          <ul>
            {[...ALWAYS_WORDS, ...at('must').map((constraint) => constraintWords[constraint])].map(
              (sentence) => (
                <li key={sentence}>{sentence}</li>
              ),
            )}
          </ul>
        </Line>
        <Line term="Wishes" href={`${here}/constraints`}>
          <ul>
            {wishes.map((constraint) => (
              <li key={constraint}>
                {constraintWords[constraint]}{' '}
                <span className="soft">({levelWords[levels[constraint]].toLowerCase()})</span>
              </li>
            ))}
          </ul>
        </Line>
      </dl>
    </Card>
  )
}

function Line({ term, href, children }: { term: string; href: string; children: ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{term}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
      <dd className="govuk-summary-list__actions">
        <a href={href}>
          Change<span className="govuk-visually-hidden"> {term.toLowerCase()}</span>
        </a>
      </dd>
    </div>
  )
}
