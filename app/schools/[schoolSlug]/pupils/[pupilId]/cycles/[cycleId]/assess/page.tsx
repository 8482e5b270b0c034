import { BaselinesCard } from '@/components/assessment/baselines-card'
import { NeedsCard } from '@/components/assessment/needs-card'
import { RequestsCard } from '@/components/assessment/requests-card'
import { SourceList } from '@/components/assessment/source-list'
import { SpecialistAdvice } from '@/components/assessment/specialist-advice'
import { ViewsCard } from '@/components/assessment/views-card'
import { ActForm } from '@/components/cycle/act-form'
import { ClosedNote } from '@/components/cycle/closed-note'
import { Summary } from '@/components/cycle/summary'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { ObservationsCard } from '@/components/observation/observations-card'
import { Saved } from '@/components/pupil/saved'
import { QuestionsCard } from '@/components/open-question/questions-card'
import { ReviewCard } from '@/components/review/review-record'
import { SuggestionsCard } from '@/components/suggestion/suggestions-card'
import { getAssess } from '@/lib/assessment/queries'
import { sourcesSoFar } from '@/lib/assessment/request.rules'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'
import { cycleAddress, cyclePlace } from '../../where'
import { submitGoToPlan, submitWithdrawal } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  started: 'The cycle has begun',
  source: 'Saved as a source',
  views: 'Saved what they say',
  summary: 'Saved',
  request: 'They were asked. It stands on their Today page',
  withdrawn: 'The request was taken back',
  annotation: 'Your note was saved beside their words',
  baseline: 'The starting point was saved',
  suggestion: 'Saved what they think would help. It is in view when the plan is written',
}

export default async function AssessPage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getAssess(actor, place, now()))
  const { cycle, assessment, lastReview, gaps, mayWrite } = page
  const base = cycleAddress(place, '/assess')
  const sources = sourcesSoFar(page.sources.map(({ kind }) => kind))
  const write = (part: string, what: string, isWritten: boolean) =>
    mayWrite && (
      <p>
        <a href={`${base}/${part}`}>
          {isWritten ? 'Change' : 'Write down'} {what}
        </a>
      </p>
    )
  return (
    <>
      <DocumentTitle>{`Assess, cycle ${cycle.number}, ${cycle.name}`}</DocumentTitle>
      <BackLink href={cycleAddress(place)}>Back to cycle {cycle.number}</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle lead={`Cycle ${cycle.number} of ${cycle.name}`}>Assess</PageTitle>
      {cycle.stage === 'closed' && <ClosedNote />}
      {cycle.activatedOn !== null && cycle.stage !== 'closed' && (
        <p className="govuk-inset-text">
          The plan is in force, so the assessment it rests on is kept as it was. What is new goes into Do
          notes and the review.
        </p>
      )}
      <div className="cols">
        <div>
          {lastReview && (
            <ReviewCard
              review={lastReview}
              heading={`What the review of cycle ${lastReview.cycleNumber} said`}
            />
          )}
          <Card heading="What is known, and who said it">
            <p>{sources.have} of 8 kinds of source so far (Code of Practice 6.45).</p>
            <SourceList
              sources={page.sources}
              annotations={page.annotations}
              base={base}
              mayContribute={page.mayContribute}
              mayAddViews={page.mayAddViews}
              today={page.today}
              advice={
                <SpecialistAdvice
                  specialists={page.specialists}
                  base={pupilAddress(place)}
                  today={page.today}
                  mayOpen={page.mayOpenSpecialists}
                />
              }
            />
          </Card>
          <RequestsCard
            requests={page.requests}
            heard={page.heard}
            base={base}
            mayWrite={mayWrite}
            withdraw={(id) => submitWithdrawal.bind(null, { ...place, id })}
          />
          <ObservationsCard lines={page.observations} base={pupilAddress(place)} />
        </div>
        <div>
          <ViewsCard
            assessment={assessment}
            annotations={page.annotations}
            givenName={cycle.givenName}
            base={base}
            mayWrite={mayWrite}
            mayAddViews={page.mayAddViews}
          />
          <Card heading="Strengths, barriers and need">
            <Summary
              rows={[
                { term: 'Does well', is: assessment.strengths },
                { term: 'Gets in the way', is: assessment.barriers },
                { term: 'The need', is: assessment.summary },
              ]}
            />
            {write('summary', 'strengths, barriers and need', assessment.summary !== null)}
          </Card>
          <NeedsCard needs={page.needs} href={page.mayChangeNeeds ? `${pupilAddress(place)}/needs` : null} />
          <BaselinesCard baselines={page.baselines} base={base} mayWrite={mayWrite} />
          <SuggestionsCard
            suggestions={page.suggestions}
            base={cycleAddress(place)}
            mayWrite={page.maySuggest}
          />
          <QuestionsCard
            questions={page.questions}
            base={pupilAddress(place)}
            mayAsk={page.mayAsk}
            today={page.today}
          />
          {mayWrite && (
            <Card heading="Next">
              {gaps.length > 0 && (
                <>
                  <p>Not written yet (Code 6.45):</p>
                  <ul>
                    {gaps.map(({ part, message }) => (
                      <li key={part}>{message}</li>
                    ))}
                  </ul>
                </>
              )}
              {cycle.stage === 'assess' ? (
                <ActForm
                  action={submitGoToPlan.bind(null, { ...place, version: cycle.version })}
                  button="Go to the plan"
                >
                  <p>You can still add to the assessment until the plan comes into force.</p>
                </ActForm>
              ) : (
                <p>
                  <a href={cycleAddress(place, '/plan')}>Go on with the plan</a>
                </p>
              )}
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
