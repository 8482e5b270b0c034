import { Card } from '@/components/look/card'
import type { FamilyContent, PlanContent } from '@/lib/plan/content.schema'
import { copyParts, type CopyLine } from '@/lib/plan/copy.words'

function Line({ line: { label, text } }: { line: CopyLine }) {
  return (
    <p>
      {label ? (
        <>
          <b>{label}</b>: {text}
        </>
      ) : (
        text
      )}
    </p>
  )
}

/** A plan as it was published, part by part, in the order of its written copy. */
export function ContentSheet({ content }: { content: PlanContent | FamilyContent }) {
  return copyParts(content).map(({ heading, lines, parts = [] }) => (
    <Card key={heading} heading={heading}>
      {lines.map((line, place) => (
        <Line key={place} line={line} />
      ))}
      {parts.map((inner, at) => (
        <div key={at}>
          <h3>{inner.heading}</h3>
          {inner.lines.map((line, place) => (
            <Line key={place} line={line} />
          ))}
        </div>
      ))}
    </Card>
  ))
}
