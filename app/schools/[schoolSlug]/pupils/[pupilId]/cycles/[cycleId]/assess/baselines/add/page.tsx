import { BaselineForm } from '@/components/assessment/request-forms'
import { inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { getAssessmentPart } from '@/lib/assessment/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitBaseline } from '../../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function AddBaselinePage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, today } = await orNotFound(getAssessmentPart(actor, place, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/assess')}>Back to Assess</BackLink>
      <BaselineForm
        action={submitBaseline.bind(null, place)}
        title={`A starting point for ${cycle.givenName}`}
        initial={inBoxes('measuredOn', today)}
      />
    </>
  )
}
