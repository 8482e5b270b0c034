import { ClosedNote } from '@/components/cycle/closed-note'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { ToneWord } from '@/components/look/state-tag'
import { Saved } from '@/components/pupil/saved'
import { outcomesToRate, reviewValues } from '@/components/review/initial'
import { ReviewForm } from '@/components/review/review-form'
import { ReviewCard } from '@/components/review/review-record'
import { longDate } from '@/lib/calendar/iso-date'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getReview } from '@/lib/review/queries'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace, placeOf, pupilAddress } from '../../where'
import { submitReview } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  review: 'The review is recorded, this cycle is closed and the next one is open',
  ended: 'The review is recorded and this cycle is closed',
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getReview(actor, place, now()))
  const { cycle, plan, review, overdueDays, mayRecord } = page
  const title = `Review, cycle ${cycle.number}, ${cycle.name}`
  const head = (
    <>
      <PageTitle lead={`Cycle ${cycle.number} of ${cycle.name}`}>Review</PageTitle>
      {cycle.stage !== 'closed' && cycle.reviewDue && (
        <p>
          Agreed for {longDate(cycle.reviewDue)}.{' '}
          {overdueDays > 0 && (
            <ToneWord tone="miss">
              Overdue by {overdueDays} {overdueDays === 1 ? 'day' : 'days'}
            </ToneWord>
          )}
          {page.timing === 'due-today' && (
            <ToneWord tone="risk" icon="by">
              Due today
            </ToneWord>
          )}
        </p>
      )}
    </>
  )
  return (
    <>
      <BackLink href={cycleAddress(place)}>Back to cycle {cycle.number}</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      {mayRecord ? (
        <ReviewForm
          action={submitReview.bind(null, { ...place, version: cycle.version })}
          initial={reviewValues(plan.outcomes, { today: page.today, nextStartsOn: page.nextStartsOn })}
          title={title}
          head={head}
          givenName={cycle.givenName}
          outcomes={outcomesToRate(plan.outcomes)}
          provisions={plan.provisions}
        />
      ) : (
        <>
          <DocumentTitle>{title}</DocumentTitle>
          {head}
        </>
      )}
      {cycle.stage === 'closed' && <ClosedNote />}
      {cycle.stage !== 'closed' && !mayRecord && (
        <p>
          {cycle.activatedOn === null
            ? 'The plan is not in force yet, so there is nothing to review.'
            : `A teacher of ${cycle.givenName} or the SENCO records the review.`}
        </p>
      )}
      {review && <ReviewCard review={review} heading={`The review of cycle ${cycle.number}`} />}
      {page.nextCycleId && (
        <p>
          <a href={`${pupilAddress(place)}/cycles/${page.nextCycleId}`}>Go to cycle {cycle.number + 1}</a>
        </p>
      )}
    </>
  )
}
