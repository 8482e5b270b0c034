import { Card } from '@/components/look/card'
import { ToneTag } from '@/components/look/state-tag'
import { asksForAnswer, type ListedPoint } from '@/lib/parent-point/answer.rules'
import { answerSentence, cameFrom } from '@/lib/parent-point/answer.words'

type Props = { points: readonly ListedPoint[]; heading?: string; showsWhose?: boolean }

/** What the parents had on their list, each with what became of it; what has no word yet goes on to the next meeting (P86). */
export function OnTheList({ points, heading = 'What the parents brought', showsWhose = true }: Props) {
  if (points.length === 0) return null
  return (
    <Card heading={heading}>
      <dl className="govuk-summary-list">
        {points.map((point) => (
          <div key={point.id}>
            <dt className="pre">
              {point.words}
              {(showsWhose || cameFrom(point)) && (
                <>
                  <br />
                  <span className="soft small">
                    {[showsWhose ? point.parentName : null, cameFrom(point)].filter(Boolean).join('. ')}
                  </span>
                </>
              )}
            </dt>
            <dd className="pre">
              {point.answer ? (
                answerSentence(point.answer)
              ) : asksForAnswer(point.kind) ? (
                <ToneTag tone="risk">Not talked about yet</ToneTag>
              ) : (
                'Read'
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
