import { longDate } from '@/lib/calendar/iso-date'
import type { ReviewMove } from '@/lib/review/date.rules'

const sentence = ({ kind, from, to }: ReviewMove) =>
  kind === 'moved'
    ? `Moved from ${longDate(from)} to ${longDate(to)}`
    : `Agreed for ${longDate(from)}, which had passed; expected on ${longDate(to)}`

/** Every change of an agreed review date, with who, when and why (R15). */
export function MovesList({ moves }: { moves: readonly ReviewMove[] }) {
  if (moves.length === 0) return null
  return (
    <ul className="lines">
      {moves.map((move) => (
        <li key={move.id}>
          <p>
            {sentence(move)}: {move.reason}
          </p>
          <p className="small soft">
            {move.by}, {longDate(move.on)}
          </p>
        </li>
      ))}
    </ul>
  )
}
