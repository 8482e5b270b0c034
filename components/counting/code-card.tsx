import { Card } from '@/components/look/card'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'

type Props = {
  rule: { source: string; paragraph: string; words: string; from: IsoDate }
  /** Where the whole rule is explained. */
  more?: string
}

/** What the Code says, in its own words: no school changes them. */
export function CodeCard({ rule, more }: Props) {
  return (
    <Card heading="What the Code says">
      <p className="govuk-inset-text">“{rule.words}”</p>
      <p className="small soft">
        {rule.source}, paragraph {rule.paragraph}. Counted so since {longDate(rule.from)}. The Code says
        “should”.
      </p>
      {more && (
        <p>
          <a href={more}>How meetings are counted, with examples</a>
        </p>
      )}
    </Card>
  )
}
