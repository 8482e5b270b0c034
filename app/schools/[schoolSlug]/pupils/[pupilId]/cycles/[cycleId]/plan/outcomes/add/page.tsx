import { OutcomeForm } from '@/components/outcome/outcome-form'
import { BackLink } from '@/components/look/back-link'
import { getOutcome } from '@/lib/outcome/queries'
import { byHint, outcomeLead } from '@/lib/outcome/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitOutcome } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function AddOutcomePage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getOutcome(actor, place, null, now()))
  const { cycle, place: number, needs } = page
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <OutcomeForm
        action={submitOutcome.bind(null, place)}
        initial={{}}
        title={`Outcome ${number} of ${cycle.givenName}’s plan`}
        lead={outcomeLead(cycle)}
        givenName={cycle.givenName}
        needs={needs}
        longTerm={page.longTerm}
        plan={{ startsOn: page.today, reviewDue: cycle.reviewDue }}
        isSaved={false}
        byHint={byHint(cycle.reviewDue)}
      />
    </>
  )
}
