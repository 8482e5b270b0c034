import { ToneWord } from '@/components/look/state-tag'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import type { Grouped, TimetableLine } from '@/lib/meeting-round/view.rules'

type Props = {
  groups: readonly Grouped[]
  by: 'day' | 'teacher'
  /** Where one meeting is looked at and moved; left out for those who may not. */
  hrefOf?: (line: TimetableLine) => string
}

const meetings = (count: number) => `${count} ${count === 1 ? 'meeting' : 'meetings'}`

/** The timetable in tables, one for each day or each teacher; as cards on a phone, still tables to a screen reader. */
export function Timetable({ groups, by, hrefOf }: Props) {
  return groups.map(({ key, heading, lines }) => (
    <section key={key} aria-labelledby={`group-${key}`}>
      <h3 id={`group-${key}`}>
        {heading}, {meetings(lines.length)}
      </h3>
      <table className="register" role="table">
        <caption className="govuk-visually-hidden">{heading}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['Pupil', 'When', by === 'day' ? 'Led by' : 'Also there', 'Room'].map((head) => (
              <th scope="col" role="columnheader" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <Row line={line} by={by} href={hrefOf?.(line)} key={line.id} />
          ))}
        </tbody>
      </table>
    </section>
  ))
}

function Row({ line, by, href }: { line: TimetableLine; by: Props['by']; href: string | undefined }) {
  const { name, className, day, from, until, lead, alsoThere, room, isLocked, isBehind, siblings } = line
  const time = `${timeOfDay(from)} to ${timeOfDay(until)}`
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {href ? <a href={href}>{name}</a> : name}
        <small>{className}</small>
        {isBehind && (
          <small>
            <ToneWord tone="risk">Behind</ToneWord>
          </small>
        )}
      </th>
      <td role="cell" data-l="When">
        {by === 'teacher' && <>{weekdayDate(day)}, </>}
        {time}
        {isLocked && <small>Stays here</small>}
      </td>
      <td role="cell" data-l={by === 'day' ? 'Led by' : 'Also there'}>
        {by === 'day' ? lead : (alsoThere ?? '')}
        {by === 'day' && alsoThere && <small>with {alsoThere}</small>}
        {siblings.length > 0 && <small>same family as {siblings.join(' and ')}</small>}
      </td>
      <td role="cell" data-l="Room">
        {room ?? 'None needed'}
      </td>
    </tr>
  )
}
