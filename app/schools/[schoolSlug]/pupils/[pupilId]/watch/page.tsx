import { BackLink } from '@/components/look/back-link'
import { CheckForm } from '@/components/step-down/check-form'
import { ChecksList } from '@/components/step-down/checks-list'
import { inBoxes } from '@/components/cycle/initial'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { getStepDown } from '@/lib/step-down/queries'
import { pupilAddress, pupilPlace } from '../where'
import { submitCheck } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function WatchPage({ params }: Props) {
  const place = placeOf(pupilPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { pupil, steppedDown, today } = await orNotFound(getStepDown(actor, place.pupilId, 'check', now()))
  return (
    <>
      <BackLink href={pupilAddress(place)}>Back to {pupil.name}</BackLink>
      <CheckForm
        action={submitCheck.bind(null, place)}
        initial={inBoxes('checkedOn', today)}
        name={pupil.name}
        watch={steppedDown.watch}
      />
      <ChecksList checks={steppedDown.watch.checks} />
    </>
  )
}
