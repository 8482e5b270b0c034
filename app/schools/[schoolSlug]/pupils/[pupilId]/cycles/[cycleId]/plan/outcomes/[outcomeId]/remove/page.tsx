import { notFound } from 'next/navigation'
import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { getOutcome } from '@/lib/outcome/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../../where'
import { submitOutcomeRemoval } from '../../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; outcomeId: string }> }

export default async function RemoveOutcomePage({ params }: Props) {
  const { outcomeId, ...where } = await params
  const place = placeOf(cyclePlace, where)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getOutcome(actor, place, idOrNotFound(outcomeId), now()))
  const { outcome } = page
  if (!outcome) notFound()
  const title = `Remove outcome ${page.place}?`
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <ActForm
        action={submitOutcomeRemoval.bind(null, { ...place, id: outcome.id, version: outcome.version })}
        title={title}
        button="Remove the outcome"
      >
        <h1>{title}</h1>
        <p>{outcome.willDo}</p>
        {outcome.provisions > 0 && (
          <p>
            {outcome.provisions === 1 ? 'One provision is' : `${outcome.provisions} provisions are`} for it,
            and will no longer be. It stays in the plan.
          </p>
        )}
      </ActForm>
    </>
  )
}
