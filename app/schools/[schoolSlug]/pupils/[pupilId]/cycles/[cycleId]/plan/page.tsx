import { ActForm } from '@/components/cycle/act-form'
import { ClosedNote } from '@/components/cycle/closed-note'
import { MissingCard } from '@/components/cycle/missing-card'
import { OutcomesCard, ProvisionCard } from '@/components/cycle/plan-sheet'
import { Summary } from '@/components/cycle/summary'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { ToneWord } from '@/components/look/state-tag'
import { PlanLinesCard } from '@/components/plan-line/plan-lines'
import { Saved } from '@/components/pupil/saved'
import { longDate } from '@/lib/calendar/iso-date'
import { getPlan } from '@/lib/cycle/plan.queries'
import { isDraft } from '@/lib/cycle/writing.rules'
import { parentConsultationWords, planStanding, pupilConsultationWords } from '@/lib/cycle/words'
import { roleWords } from '@/lib/person/words'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace, placeOf } from '../../where'
import { submitActivate } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  draft: 'Saved as a draft',
  outcome: 'Saved the outcome as a draft',
  provision: 'Saved the provision as a draft',
  line: 'Saved as a draft',
  removed: 'Removed from the draft',
  active: 'The plan is in force, and the parents can see it',
}

export default async function PlanPage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getPlan(actor, place, now()))
  const { cycle, plan, missing, mayWrite } = page
  const base = cycleAddress(place, '/plan')
  const draft = isDraft(cycle.stage)
  const title = `Plan, cycle ${cycle.number}, ${cycle.name}`
  const sheet = {
    ...plan,
    notes: page.notes,
    base,
    hasManyOutcomes: page.hasManyOutcomes,
    isDraft: draft,
    mayWrite,
  }
  const change = (part: string, what: string) =>
    mayWrite && (
      <p>
        <a href={`${base}/${part}`}>Change {what}</a>
      </p>
    )
  const mayActivate = mayWrite && cycle.stage === 'plan'
  return (
    <>
      {!mayActivate && <DocumentTitle>{title}</DocumentTitle>}
      <BackLink href={cycleAddress(place)}>Back to cycle {cycle.number}</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle lead={`Cycle ${cycle.number} of ${cycle.name}. ${planStanding(plan)}`}>Plan</PageTitle>
      {cycle.stage === 'closed' && <ClosedNote />}
      {cycle.activatedOn !== null && cycle.stage !== 'closed' && (
        <p className="govuk-inset-text">Changes are decided at the review.</p>
      )}
      {cycle.stage === 'assess' && mayWrite && (
        <p className="govuk-inset-text">
          You can write the plan already. It can come into force once the assessment is agreed:{' '}
          <a href={cycleAddress(place, '/assess')}>go to Assess</a>.
        </p>
      )}
      <div className="cols">
        <div>
          <OutcomesCard {...sheet} />
          {(draft || plan.provisions.some(({ outcomeIds }) => outcomeIds.length === 0)) && (
            <ProvisionCard {...sheet} />
          )}
        </div>
        <div>
          {mayWrite && <MissingCard missing={missing} base={base} />}
          <Card heading="Responsible teacher and review">
            <Summary
              rows={[
                {
                  term: 'Responsible',
                  is: plan.responsible && `${plan.responsible.name}, ${roleWords(plan.responsible.role)}`,
                },
                { term: 'Review', is: plan.reviewDue && longDate(plan.reviewDue) },
              ]}
            />
            {page.reviewDueNote && (
              <p>
                <ToneWord tone="risk">To think about</ToneWord>: {page.reviewDueNote}
              </p>
            )}
            {change('responsible', 'who is responsible, or the review date')}
          </Card>
          <Card heading="In every lesson and at home">
            <Summary
              rows={[
                { term: 'Hopes', is: plan.aspirations },
                { term: 'In every lesson', is: plan.inEveryLesson },
                { term: 'At home', is: plan.atHome },
              ]}
            />
            {change('every-day', 'hopes, lessons and home')}
          </Card>
          <PlanLinesCard lines={page.lines} base={base} mayWrite={mayWrite} />
          <Card heading="Agreed with parents and pupil">
            <Summary
              rows={[
                {
                  term: 'The parents',
                  is: plan.parentConsultation && parentConsultationWords[plan.parentConsultation],
                  more: plan.parentConsultationNote,
                },
                {
                  term: cycle.givenName,
                  is: plan.pupilConsultation && pupilConsultationWords[plan.pupilConsultation],
                  more: plan.pupilConsultationNote,
                },
              ]}
            />
            {change('consultation', 'how they were consulted')}
          </Card>
          {mayActivate && (
            <Card heading="Bring the plan into force" now>
              <ActForm
                action={submitActivate.bind(null, { ...place, version: cycle.version })}
                title={title}
                button="Bring the plan into force"
              >
                <p>
                  From then on the parents can see the plan, the support is given and noted, and nothing in
                  the plan changes before its review.
                </p>
              </ActForm>
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
