import { longDate } from '@/lib/calendar/iso-date'
import { Card } from '@/components/look/card'
import { ToneTag, ToneWord } from '@/components/look/state-tag'
import { Summary } from '@/components/cycle/summary'
import { withUnit } from '@/lib/outcome/words'
import type { OutcomeRating } from '@/lib/review/decision.rules'
import type { LaterView, RatedOutcome, ReviewRecord } from '@/lib/review/record.rules'
import { decisionWords, heldWords, lifecycleWords, ratingWords, trendWords } from '@/lib/review/words'
import { VerdictList } from './verdict-list'

// Kind about people: less than expected is a fact to work with, not a fault in red.
const toneOf = (rating: OutcomeRating) => (rating < 0 ? 'risk' : rating === 0 ? 'track' : 'met')

const views = (said: string | null, missing: string | null) => said ?? (missing && `Not had: ${missing}`)

function OutcomeLine({ outcome, place }: { outcome: RatedOutcome; place: number }) {
  const { unit, baseline, attained, target, trend, lifecycle, why, whyNotKnown } = outcome
  const points = [
    baseline && `start ${withUnit(baseline, unit)}`,
    attained && `now ${withUnit(attained, unit)}`,
    target && `target ${withUnit(target, unit)}`,
  ].filter(Boolean)
  return (
    <li>
      <h3>
        {place + 1}. {outcome.willDo}
      </h3>
      <p>
        <ToneTag tone={toneOf(outcome.rating)}>{ratingWords[outcome.rating]}</ToneTag> {points.join(', ')}
      </p>
      {outcome.evidence && <p className="pre">{outcome.evidence}</p>}
      {(why !== null || whyNotKnown) && (
        <p className="pre">Why it is below expected: {why ?? 'not known yet'}</p>
      )}
      {trend && lifecycle && (
        <p className="small soft">
          {trendWords[trend]}. {lifecycleWords[lifecycle]}
        </p>
      )}
    </li>
  )
}

const laterRow = ({ whose, words, on, by }: LaterView) => ({
  term: whose === 'parent' ? 'Parents, later' : 'Pupil, later',
  is: words ?? 'Invited again, no answer',
  more: `${longDate(on)}, written by ${by}`,
})

const invited = ({ parentInvitedOn }: ReviewRecord) =>
  parentInvitedOn.length === 0 ? null : `Invited on ${parentInvitedOn.map(longDate).join(' and ')}`

type Props = {
  review: ReviewRecord
  heading: string
  id?: string
  /** Where views that came later are added, for those who may. */
  addViews?: string
}

/** A review as it was recorded: how each outcome and each support went, what was said, what was decided (6.54, 6.55). */
export function ReviewCard({ review, heading, id, addViews }: Props) {
  const { pupilAskedOn, parentsSayNext, pupilSaysNext, support, unchangedReason, teacher, senco } = review
  const next = (term: string, is: string | null) => (is === null ? [] : [{ term, is }])
  return (
    <Card heading={heading} {...(id ? { id } : {})}>
      <p>
        Held on {longDate(review.heldOn)}, agreed for {longDate(review.dueOn)}.{' '}
        <ToneWord tone={review.daysLate > 0 ? 'miss' : 'met'}>{heldWords(review.daysLate)}</ToneWord>
      </p>
      <ol className="lines">
        {review.outcomes.map((outcome, place) => (
          <OutcomeLine key={outcome.outcomeId} outcome={outcome} place={place} />
        ))}
      </ol>
      <VerdictList provisions={review.provisions} />
      <Summary
        rows={[
          {
            term: 'The parents',
            is: views(review.parentViews, review.parentViewsMissing),
            more: invited(review),
          },
          {
            term: 'The pupil',
            is: views(review.pupilViews, review.pupilViewsMissing),
            more: pupilAskedOn && `Asked on ${longDate(pupilAskedOn)}`,
          },
          ...review.laterViews.map(laterRow),
          ...next('Support as a whole', support),
          ...next('Next, the parents say', parentsSayNext),
          ...next('Next, the pupil says', pupilSaysNext),
          { term: 'Decided', is: decisionWords[review.decision], more: review.decisionReason },
          ...next('Why more time', unchangedReason),
        ]}
      />
      {review.missing.length > 0 && (
        <p>
          <ToneWord tone="risk">
            Without the views of {review.missing.map((whose) => MISSING[whose]).join(' and ')}
          </ToneWord>{' '}
          <span className="small">Code 6.54. Ask again, and add what they say</span>
        </p>
      )}
      {addViews && (
        <p>
          <a href={addViews}>Add what was said later</a>
        </p>
      )}
      <p className="small soft">
        {teacher && senco && `Signed off by ${teacher} and ${senco}. `}Recorded by {review.recordedBy} on{' '}
        {longDate(review.recordedOn)}. Shared with the parents.
      </p>
    </Card>
  )
}

const MISSING = { parent: 'a parent', pupil: 'the pupil' } as const
