import { notFound } from 'next/navigation'
import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getProvision } from '@/lib/provision/queries'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../../where'
import { submitProvisionRemoval } from '../../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; provisionId: string }>
}

export default async function RemoveProvisionPage({ params }: Props) {
  const { provisionId, ...where } = await params
  const place = placeOf(cyclePlace, where)
  const actor = await requireActor(place.schoolSlug)
  const { provision } = await orNotFound(getProvision(actor, place, idOrNotFound(provisionId), now()))
  if (!provision) notFound()
  const title = 'Remove this provision?'
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <ActForm
        action={submitProvisionRemoval.bind(null, { ...place, id: provision.id, version: provision.version })}
        title={title}
        button="Remove the provision"
      >
        <h1>{title}</h1>
        <p>{provision.what}</p>
      </ActForm>
    </>
  )
}
