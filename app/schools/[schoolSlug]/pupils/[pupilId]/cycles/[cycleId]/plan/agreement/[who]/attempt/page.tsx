import { inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { AttemptForm } from '@/components/plan/agreement-forms'
import { getParty } from '@/lib/plan/agreement.queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../../where'
import { submitAttempt } from '../../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; who: string }> }

/** One attempt to ask a parent, or the pupil. */
export default async function AttemptPage({ params }: Props) {
  const { who, ...where } = await params
  const place = placeOf(cyclePlace, where)
  const actor = await requireActor(place.schoolSlug)
  const whose = who === 'pupil' ? null : idOrNotFound(who)
  const { party, today } = await orNotFound(getParty(actor, place, whose, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <AttemptForm
        action={submitAttempt.bind(null, { ...place, whose })}
        initial={inBoxes('madeOn', today)}
        name={party.name}
      />
    </>
  )
}
