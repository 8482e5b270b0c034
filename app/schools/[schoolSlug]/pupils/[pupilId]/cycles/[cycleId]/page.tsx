import { ActForm } from '@/components/cycle/act-form'
import { ClosedNote } from '@/components/cycle/closed-note'
import { Stages } from '@/components/cycle/stages'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { ReviewCard } from '@/components/review/review-record'
import { longDate } from '@/lib/calendar/iso-date'
import { getCycle } from '@/lib/cycle/queries'
import { stageWords } from '@/lib/cycle/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress } from '../../where'
import { cycleAddress, cyclePlace } from '../where'
import { submitBeginReview } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function CyclePage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getCycle(actor, place, now()))
  const { cycle, plan, review, cycles, today } = page
  const base = cycleAddress(place)
  const before = cycles.find(({ id }) => id === cycle.previousId)
  const after = cycles.find(({ number }) => number === cycle.number + 1)
  const title = `Cycle ${cycle.number}, ${cycle.name}`
  const began = `${cycle.startedOn > today ? 'Begins' : 'Began'} on ${longDate(cycle.startedOn)}`
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <BackLink href={pupilAddress(place)}>Back to {cycle.name}</BackLink>
      <PageTitle
        lead={
          cycle.closedOn
            ? `${began}, closed on ${longDate(cycle.closedOn)}`
            : `${began}, now in ${stageWords[cycle.stage]}`
        }
      >
        {title}
      </PageTitle>
      {cycle.stage === 'closed' && <ClosedNote />}
      <div className="cols">
        <div>
          <Card heading="The four stages">
            <Stages
              stage={cycle.stage}
              base={base}
              activatedOn={cycle.activatedOn}
              reviewDue={cycle.reviewDue}
              today={today}
              doNotes={page.doNotes}
              review={review}
              assessmentGaps={page.assessmentGaps}
              missing={page.missing}
              quiet={page.quiet}
            />
          </Card>
          {page.mayWrite && cycle.stage === 'do' && (
            <Card heading="Is it time for the review?">
              <ActForm
                action={submitBeginReview.bind(null, { ...place, version: cycle.version })}
                button="Begin the review"
                secondary
              >
                <p>
                  Gather what the parents and {cycle.givenName} say. Do notes can still be written meanwhile.
                </p>
              </ActForm>
            </Card>
          )}
          {review && <ReviewCard review={review} heading="The review" />}
        </div>
        <div>
          <Card heading="This cycle">
            <ul className="plain">
              <li>Responsible: {plan.responsible ? plan.responsible.name : 'nobody chosen yet'}</li>
              <li>
                Outcomes: {plan.outcomes.length}. Provision: {plan.provisions.length}
              </li>
              {before && (
                <li>
                  <a href={`${pupilAddress(place)}/cycles/${before.id}`}>
                    Cycle {before.number}, before this one
                  </a>
                </li>
              )}
              {after && (
                <li>
                  <a href={`${pupilAddress(place)}/cycles/${after.id}`}>
                    Cycle {after.number}, after this one
                  </a>
                </li>
              )}
            </ul>
          </Card>
        </div>
      </div>
    </>
  )
}
