import { inBoxes } from '@/components/cycle/initial'
import { MissingCard } from '@/components/cycle/missing-card'
import { OutcomesCard, ProvisionCard } from '@/components/cycle/plan-sheet'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { PlanLinesCard } from '@/components/plan-line/plan-lines'
import { AgreementCard } from '@/components/plan/agreement-card'
import { PublishForm } from '@/components/plan/publish-form'
import { EveryDayCard, ResponsibleCard } from '@/components/plan/section-cards'
import { SuggestionsCard } from '@/components/suggestion/suggestions-card'
import { Saved } from '@/components/pupil/saved'
import { longDate, schoolDay } from '@/lib/calendar/iso-date'
import { getPlanChange } from '@/lib/cycle/plan.queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { agreedTo } from '@/lib/plan/agreement.rules'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'
import { submitPublish } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  draft: 'Saved in the change',
  outcome: 'Saved the outcome in the change',
  provision: 'Saved the provision in the change',
  line: 'Saved in the change',
  removed: 'Removed in the change',
  answer: 'Saved what they say of the change',
}

/** A change of the plan while it is written: the draft of its next version, and what is different so far (P30). */
export default async function PlanChangePage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const today = schoolDay(now())
  const page = await orNotFound(getPlanChange(actor, place, now()))
  const { cycle, plan, change, changes } = page
  const base = cycleAddress(place, '/plan')
  const sheet = {
    ...plan,
    givenName: cycle.givenName,
    needsWithoutOutcome: page.needsWithoutOutcome,
    notes: page.notes,
    base,
    hasManyOutcomes: page.hasManyOutcomes,
    isDraft: true,
    mayWrite: true,
  }
  return (
    <>
      <BackLink href={base}>Back to the plan</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle
        lead={`Cycle ${cycle.number} of ${cycle.name}. Begun by ${change.openedBy} on ${longDate(schoolDay(change.openedAt))}. Nobody else reads it until it is published`}
      >
        Change the plan
      </PageTitle>
      <div className="cols">
        <div>
          <OutcomesCard {...sheet} />
          <ProvisionCard {...sheet} />
          <EveryDayCard
            aspirations={plan.aspirations}
            inEveryLesson={plan.inEveryLesson}
            atHome={plan.atHome}
            change={{ href: `${base}/every-day`, what: 'hopes, lessons and home' }}
          />
          <PlanLinesCard lines={page.lines} base={base} mayWrite />
        </div>
        <div>
          <MissingCard missing={page.missing} base={base} />
          <SuggestionsCard
            suggestions={page.suggestions}
            base={cycleAddress(place)}
            mayWrite={page.mayAnswer}
          />
          <Card heading="What is different so far">
            {changes.length === 0 && <p>Nothing yet.</p>}
            <ul>
              {changes.map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Card>
          <ResponsibleCard
            responsible={plan.responsible}
            reviewDue={plan.reviewDue}
            note={page.reviewDueNote}
            change={{ href: `${base}/responsible`, what: 'who is responsible' }}
          />
          <AgreementCard
            parties={page.parties}
            changeId={change.id}
            earlier={{ parents: null, pupil: null }}
            base={base}
          />
          <Card heading="Publish the change" now>
            <PublishForm
              action={submitPublish.bind(null, { ...place, changeId: change.id })}
              initial={inBoxes('appliesFrom', today)}
              title={`Change the plan, cycle ${cycle.number}, ${cycle.name}`}
              agreed={agreedTo(page.parties, change.id)}
            />
            <p>
              <a href={`${base}/change/drop`}>Drop this change</a>
            </p>
          </Card>
        </div>
      </div>
    </>
  )
}
