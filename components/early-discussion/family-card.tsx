import { longDate, type IsoDate } from '@/lib/calendar/iso-date'
import { Card } from '@/components/look/card'

/** The notes of early talks that this parent was given, each a page to read and keep (6.39). */
export function EarlyNotesCard({
  notes,
  base,
}: {
  notes: readonly { id: string; heldOn: IsoDate }[]
  base: string
}) {
  if (notes.length === 0) return null
  return (
    <Card heading="What we talked over at the start">
      <ul className="plain">
        {notes.map(({ id, heldOn }) => (
          <li key={id}>
            <a className="act" href={`${base}/early-discussions/${id}`}>
              Our talk on {longDate(heldOn)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
