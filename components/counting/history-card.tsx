import { Card } from '@/components/look/card'
import { type IsoDate, longDate, schoolDay } from '@/lib/calendar/iso-date'
import type { Counting } from '@/lib/counting/preview.rules'
import { countingSentences, fromWords } from '@/lib/counting/words'

type Line = Counting & { number: number; from: IsoDate; setBy: string; setAt: Date }

/** What held when: nothing that was set is ever altered, so that a figure of last year can be worked out again. */
export function HistoryCard({ history }: { history: readonly Line[] }) {
  return (
    <Card heading="What was set, and when">
      {history.length === 0 ? (
        <p>Nothing has been set yet: meetings are counted as they are usually counted.</p>
      ) : (
        <ul className="lines">
          {history.map((line) => (
            <li key={line.number}>
              <p>
                <b>{fromWords(line.from)}</b>, set by {line.setBy} on {longDate(schoolDay(line.setAt))}
              </p>
              <p className="small soft">{countingSentences(line).join(' ')}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
