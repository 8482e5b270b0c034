import { Card } from '@/components/look/card'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { timeAt } from '@/lib/meeting-round/rules'
import type { Placed } from '@/lib/meeting-round/timetable.rules'

type Props = { places: readonly Placed[]; rooms: readonly { id: string; name: string }[] }

/** The times at which a meeting could be while all the others stay where they are. */
export function FreePlaces({ places, rooms }: Props) {
  const days = [...new Set(places.map(({ day }) => day))]
  const nameOf = (id: string | null) => rooms.find((room) => room.id === id)?.name
  return (
    <Card heading="Times that are free">
      {days.length === 0 && <p>None, while all the other meetings stay where they are.</p>}
      <ul className="lines">
        {days.map((day) => (
          <li key={day}>
            <b>{weekdayDate(day)}</b>
            <p className="small">
              {places
                .filter((place) => place.day === day)
                .map(({ start, roomId }) =>
                  [timeOfDay(timeAt(start)), nameOf(roomId) && `(${nameOf(roomId) ?? ''})`]
                    .filter(Boolean)
                    .join(' '),
                )
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
