import { inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { AnswerForm } from '@/components/plan/agreement-forms'
import { getParty } from '@/lib/plan/agreement.queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitAnswer } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; who: string }> }

/** What one parent, or the pupil, says of the plan. */
export default async function AnswerPage({ params }: Props) {
  const { who, ...where } = await params
  const place = placeOf(cyclePlace, where)
  const actor = await requireActor(place.schoolSlug)
  const whose = who === 'pupil' ? null : idOrNotFound(who)
  const { party, today } = await orNotFound(getParty(actor, place, whose, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <AnswerForm
        action={submitAnswer.bind(null, { ...place, whose })}
        initial={inBoxes('on', today)}
        name={party.name}
      />
    </>
  )
}
