import { longDate } from '@/lib/calendar/iso-date'
import { Card } from '@/components/look/card'
import { ToneTag, ToneWord } from '@/components/look/state-tag'
import { Summary } from '@/components/cycle/summary'
import { withUnit } from '@/lib/outcome/words'
import type { OutcomeRating } from '@/lib/review/decision.rules'
import type { ReviewRecord } from '@/lib/review/record.rules'
import { decisionWords, heldWords, ratingWords } from '@/lib/review/words'

// Kind about people: less than expected is a fact to work with, not a fault in red.
const toneOf = (rating: OutcomeRating) => (rating < 0 ? 'risk' : rating === 0 ? 'track' : 'met')

const views = (said: string | null, missing: string | null) => said ?? (missing && `Not had: ${missing}`)

/** A review as it was recorded: held when, how each outcome went, what was said, what was decided (6.54, 6.55). */
export function ReviewCard({ review, heading, id }: { review: ReviewRecord; heading: string; id?: string }) {
  return (
    <Card heading={heading} {...(id ? { id } : {})}>
      <p>
        Held on {longDate(review.heldOn)}, agreed for {longDate(review.dueOn)}.{' '}
        {review.daysLate > 0 ? (
          <ToneWord tone="miss">{heldWords(review.daysLate)}</ToneWord>
        ) : (
          <ToneWord tone="met">{heldWords(0)}</ToneWord>
        )}
      </p>
      <ol className="lines">
        {review.outcomes.map((outcome, place) => (
          <li key={outcome.outcomeId}>
            <h3>
              {place + 1}. {outcome.willDo}
            </h3>
            <p>
              <ToneTag tone={toneOf(outcome.rating)}>{ratingWords[outcome.rating]}</ToneTag>{' '}
              {outcome.attained && <>Now {withUnit(outcome.attained, outcome.unit)}</>}
              {outcome.target && <>, target {withUnit(outcome.target, outcome.unit)}</>}
            </p>
            {outcome.evidence && <p className="pre">{outcome.evidence}</p>}
          </li>
        ))}
      </ol>
      <Summary
        rows={[
          { term: 'The parents', is: views(review.parentViews, review.parentViewsMissing) },
          { term: 'The pupil', is: views(review.pupilViews, review.pupilViewsMissing) },
          { term: 'How the support went', is: review.support },
          { term: 'Decided', is: decisionWords[review.decision], more: review.decisionReason },
        ]}
      />
      <p className="small soft">
        Recorded by {review.recordedBy} on {longDate(review.recordedOn)}. Shared with the parents.
      </p>
    </Card>
  )
}
