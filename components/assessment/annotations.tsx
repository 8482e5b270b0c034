import { longDate } from '@/lib/calendar/iso-date'
import type { AnnotationLine } from '@/lib/assessment/own-words.rules'

/** Notes of staff beside a family's words, which stay as they were written (6.45). */
export function Annotations({ lines }: { lines: readonly AnnotationLine[] }) {
  return lines.map(({ id, words, writtenBy, writtenOn }) => (
    <p className="small govuk-inset-text" key={id}>
      <span className="pre">{words}</span>
      <br />
      <span className="soft">
        Note by {writtenBy}, {longDate(writtenOn)}
      </span>
    </p>
  ))
}
