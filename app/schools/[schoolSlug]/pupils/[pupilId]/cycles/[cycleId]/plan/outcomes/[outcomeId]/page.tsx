import { notFound } from 'next/navigation'
import { BackLink } from '@/components/look/back-link'
import { outcomeValues } from '@/components/outcome/initial'
import { OutcomeForm } from '@/components/outcome/outcome-form'
import { getOutcome } from '@/lib/outcome/queries'
import { byHint, outcomeLead } from '@/lib/outcome/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitOutcomeChange } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; outcomeId: string }> }

export default async function ChangeOutcomePage({ params }: Props) {
  const { outcomeId, ...where } = await params
  const place = placeOf(cyclePlace, where)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getOutcome(actor, place, idOrNotFound(outcomeId), now()))
  const { cycle, outcome } = page
  if (!outcome) notFound()
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <OutcomeForm
        action={submitOutcomeChange.bind(null, { ...place, id: outcome.id, version: outcome.version })}
        initial={outcomeValues(outcome)}
        title={`Outcome ${page.place} of ${cycle.givenName}’s plan`}
        lead={outcomeLead(cycle)}
        givenName={cycle.givenName}
        needs={page.needs}
        longTerm={page.longTerm}
        plan={{ startsOn: page.today, reviewDue: cycle.reviewDue }}
        isSaved
        byHint={byHint(cycle.reviewDue)}
      />
    </>
  )
}
