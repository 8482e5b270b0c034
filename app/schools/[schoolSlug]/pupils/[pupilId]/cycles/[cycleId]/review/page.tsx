import { ClosedNote } from '@/components/cycle/closed-note'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { MeasuredAndGiven } from '@/components/measurement/measured-and-given'
import { Saved } from '@/components/pupil/saved'
import { outcomeToRate, reviewValues } from '@/components/review/initial'
import { OutcomeEvidence, ProvisionEvidence } from '@/components/review/evidence'
import { ReviewForm } from '@/components/review/review-form'
import { ReviewHead } from '@/components/review/review-head'
import { ReviewCard } from '@/components/review/review-record'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { reviewParts } from '@/lib/review/open.rules'
import { getReview } from '@/lib/review/queries'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'
import { cycleAddress, cyclePlace } from '../../where'
import { submitReview } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  review: 'The review is recorded, this cycle is closed and the next one is open',
  ended:
    'The review is recorded, SEN support has ended and two terms of watching begin. Now record that each parent was told',
  draft: 'Saved as a draft. It does not count as held until it is signed off',
  moved: 'The new review date is agreed. The family sees it',
  expected: 'The expected day is noted. The agreed date goes on to count, and the family sees both',
  views: 'What was said is added to the review',
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getReview(actor, place, now()))
  const { cycle, plan, review, mayRecord, next, signers } = page
  const title = `Review, cycle ${cycle.number}, ${cycle.name}`
  const [onlySenco] = signers.sencos
  const head = <ReviewHead page={page} base={cycleAddress(place)} />
  const initial = reviewValues(plan.outcomes, {
    ...page,
    teacherId: plan.responsible?.membershipId ?? null,
    sencoId: signers.sencos.length === 1 ? (onlySenco?.id ?? null) : null,
  })
  const outcomes = plan.outcomes.map((outcome) => outcomeToRate(outcome, page.again[outcome.id]))
  return (
    <>
      <BackLink href={cycleAddress(place)}>Back to cycle {cycle.number}</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      {mayRecord ? (
        <ReviewForm
          action={submitReview.bind(null, { ...place, version: cycle.version })}
          initial={initial}
          open={reviewParts(initial, { ...cycle, outcomes, provisions: plan.provisions })}
          title={title}
          head={head}
          givenName={cycle.givenName}
          outcomes={outcomes.map((outcome) => ({
            ...outcome,
            evidence: <OutcomeEvidence measured={page.measured} outcomeId={outcome.id} />,
          }))}
          provisions={plan.provisions.map((line) => ({
            ...line,
            seen: page.seen[line.id] ?? [],
            evidence: <ProvisionEvidence {...page} provisionId={line.id} />,
          }))}
          signers={signers}
          mayStepDown={page.mayStepDown}
        />
      ) : (
        <>
          <DocumentTitle>{title}</DocumentTitle>
          {head}
          <MeasuredAndGiven measured={page.measured} delivered={page.delivered} />
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
      {review && (
        <ReviewCard
          review={review}
          heading={`The review of cycle ${cycle.number}`}
          {...(page.mayAddViews && { addViews: cycleAddress(place, '/review/later-views') })}
        />
      )}
      {next && (
        <>
          {next.dateNotes.map((note) => (
            <p className="govuk-inset-text" key={note}>
              The next review: {note}.
            </p>
          ))}
          <p>
            <a href={`${pupilAddress(place)}/cycles/${next.id}`}>Go to cycle {cycle.number + 1}</a>
          </p>
        </>
      )}
    </>
  )
}
