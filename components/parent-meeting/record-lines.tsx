import type { ReactNode } from 'react'
import type { RecordLine } from '@/lib/parent-meeting/signing.rules'

type Props = { lines: readonly RecordLine[]; under?: (line: RecordLine) => ReactNode }

/** A record line by line, in plain words (6.65 to 6.71). */
export function RecordLines({ lines, under }: Props) {
  return (
    <dl className="govuk-summary-list">
      {lines.map((line) => (
        <div key={line.key} id={`line-${line.key}`}>
          <dt>{line.term}</dt>
          <dd>
            <span className="pre">{line.text}</span>
            {under?.(line)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
