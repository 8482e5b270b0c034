import { Card } from '@/components/look/card'
import type { GovernorQuality, Quality } from '@/lib/oversight/quality.rules'
import { percentOf } from '@/lib/oversight/rules'
import { shownWords } from '@/lib/oversight/words'

const MEASURES = [
  ['ledByOneWhoKnows', 'led by a teacher who knows the pupil'],
  ['withViews', 'had the pupil there, or their views'],
  ['longEnough', 'took 20 minutes or more, of those whose length was noted'],
  ['inTime', 'record given to each parent within 10 school days, of those that are due'],
] as const

type Row = { key: string; figure: string; says: string }

function Measures({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="govuk-summary-list">
      {rows.map(({ key, figure, says }) => (
        <div className="govuk-summary-list__row" key={key}>
          <dt className="govuk-summary-list__key">{figure}</dt>
          <dd className="govuk-summary-list__value">{says}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Quality beside quantity: of the meetings that count, how many were what 6.67 to 6.71 ask for. */
export function QualityCard({ quality }: { quality: Quality }) {
  const { meetings, typicalMinutes, plannedMinutes } = quality
  const rows = MEASURES.map(([key, says]): Row => {
    const { part, of } = quality[key]
    const percent = percentOf(part, of)
    return {
      key,
      figure: percent === null ? 'None yet' : `${percent}%`,
      says: percent === null ? says : `${says} (${part} of ${of})`,
    }
  })
  if (typicalMinutes !== null)
    rows.push({
      key: 'minutes',
      figure: `${typicalMinutes} min`,
      says: `typical length${plannedMinutes === null ? '' : `; ${plannedMinutes} planned`}`,
    })
  return (
    <Card heading="Good meetings, not only meetings">
      <Measures rows={rows} />
      <p className="small soft">
        Of the {meetings} that count. 20 minutes and 10 school days are ours, not the Code’s.
      </p>
    </Card>
  )
}

/** The same for a governor: nothing small, and nothing from which something small could be worked out. */
export function GovernorQualityCard({ quality }: { quality: GovernorQuality }) {
  const rows = MEASURES.map(([key, says]): Row => {
    const { part, of } = quality[key]
    return { key, figure: `${shownWords(part)} of ${shownWords(of)}`, says }
  })
  if (quality.typicalMinutes !== null)
    rows.push({ key: 'minutes', figure: `${quality.typicalMinutes} min`, says: 'typical length' })
  return (
    <Card heading="Good meetings, not only meetings">
      <Measures rows={rows} />
    </Card>
  )
}
