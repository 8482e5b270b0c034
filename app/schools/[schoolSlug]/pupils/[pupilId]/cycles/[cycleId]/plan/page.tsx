import { redirect } from 'next/navigation'
import { ActForm } from '@/components/cycle/act-form'
import { ClosedNote } from '@/components/cycle/closed-note'
import { MissingCard } from '@/components/cycle/missing-card'
import { OutcomesCard, ProvisionCard } from '@/components/cycle/plan-sheet'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { AgreementCard } from '@/components/plan/agreement-card'
import { ChangeCard } from '@/components/plan/change-card'
import { PlanSteps } from '@/components/plan/plan-steps'
import { EveryDayCard, ResponsibleCard } from '@/components/plan/section-cards'
import { VersionsCard } from '@/components/plan/versions-card'
import { SuggestionsCard } from '@/components/suggestion/suggestions-card'
import { Lacking } from '@/components/training/lacking'
import { PlanLinesCard } from '@/components/plan-line/plan-lines'
import { Saved } from '@/components/pupil/saved'
import { getPlan } from '@/lib/cycle/plan.queries'
import { isDraft } from '@/lib/cycle/writing.rules'
import { planStanding } from '@/lib/cycle/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../../where'
import { cycleAddress, cyclePlace } from '../../where'
import { submitActivate } from './actions'
import { submitOpenChange } from './change/actions'

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
  answer: 'Saved what they say of the plan',
  published: 'Published: this is the plan that everyone reads now, the parents too',
  suggestion: 'Saved the answer. The parent reads it once the plan is shared',
  dropped: 'Dropped the change. The plan is as it was',
}

const IN_CHANGE = ['draft', 'outcome', 'provision', 'line', 'removed', 'answer']

export default async function PlanPage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getPlan(actor, place, now()))
  const { cycle, plan, missing, mayWrite } = page
  const base = cycleAddress(place, '/plan')
  const { saved = '' } = await searchParams
  // The pages of a plan's parts come back here; inside a change the draft is on a page of its own.
  if (page.change && page.mayChange && IN_CHANGE.includes(saved)) redirect(`${base}/change?saved=${saved}`)
  const draft = isDraft(cycle.stage)
  const title = `Plan, cycle ${cycle.number}, ${cycle.name}`
  const sheet = {
    givenName: cycle.givenName,
    needsWithoutOutcome: page.needsWithoutOutcome,
    ...plan,
    notes: page.notes,
    base,
    hasManyOutcomes: page.hasManyOutcomes,
    isDraft: draft,
    mayWrite,
  }
  const change = (part: string, what: string) => (mayWrite ? { href: `${base}/${part}`, what } : null)
  const mayActivate = mayWrite && cycle.stage === 'plan'
  return (
    <>
      {!mayActivate && <DocumentTitle>{title}</DocumentTitle>}
      <BackLink href={cycleAddress(place)}>Back to cycle {cycle.number}</BackLink>
      <Saved words={SAVED[saved]} />
      <PageTitle lead={`Cycle ${cycle.number} of ${cycle.name}. ${planStanding(plan)}`}>Plan</PageTitle>
      <PlanSteps step={page.step} />
      {cycle.stage === 'closed' && <ClosedNote />}
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
          <EveryDayCard
            aspirations={plan.aspirations}
            inEveryLesson={plan.inEveryLesson}
            atHome={plan.atHome}
            change={change('every-day', 'hopes, lessons and home')}
          />
          <PlanLinesCard lines={page.lines} base={base} mayWrite={mayWrite} />
        </div>
        <div>
          {mayWrite && <MissingCard missing={missing} base={base} />}
          <SuggestionsCard
            suggestions={page.suggestions}
            base={cycleAddress(place)}
            mayWrite={page.mayAnswer}
          />
          <ResponsibleCard
            responsible={plan.responsible}
            reviewDue={plan.reviewDue}
            note={page.reviewDueNote}
            change={change('responsible', 'who is responsible, or the review date')}
          />
          {page.lacking.length > 0 && (
            <Card heading="Training">
              <Lacking lacking={page.lacking} />
            </Card>
          )}
          <AgreementCard
            parties={page.parties}
            changeId={null}
            earlier={{ parents: plan.parentConsultationNote, pupil: plan.pupilConsultationNote }}
            base={(mayWrite || page.mayChange) && !page.change ? base : null}
          />
          {page.mayChange && (
            <ChangeCard open={page.change} base={base} action={submitOpenChange.bind(null, place)} />
          )}
          <VersionsCard versions={page.versions} base={pupilAddress(place)} />
          {mayActivate && (
            <Card heading="Bring the plan into force" now>
              <ActForm
                action={submitActivate.bind(null, { ...place, version: cycle.version })}
                title={title}
                button="Bring the plan into force"
              >
                <p>
                  From then on the parents can see the plan, and the support is given and noted. It is kept as
                  version 1, which never changes; a change makes the next version.
                </p>
              </ActForm>
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
