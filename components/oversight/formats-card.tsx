import { Card } from '@/components/look/card'
import { formatWords } from '@/lib/parent-meeting/words'
import type { ParentMeetingFormat } from '@/lib/parent-meeting/counting.rules'
import { FORMATS } from '@/lib/parent-meeting/record.rules'

type Props = { figures: Record<ParentMeetingFormat, string>; note: string }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** How the meetings that count were held (8.3, C6). */
export function FormatsCard({ figures, note }: Props) {
  return (
    <Card heading="How meetings were held">
      <dl className="govuk-summary-list">
        {FORMATS.map((format) => (
          <div className="govuk-summary-list__row" key={format}>
            <dt className="govuk-summary-list__key">{capital(formatWords[format])}</dt>
            <dd className="govuk-summary-list__value">{figures[format]}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">{note}</p>
    </Card>
  )
}
