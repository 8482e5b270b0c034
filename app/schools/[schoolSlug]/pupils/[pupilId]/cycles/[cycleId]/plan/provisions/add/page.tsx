import { BackLink } from '@/components/look/back-link'
import { ProvisionForm } from '@/components/provision/provision-form'
import { roleWords } from '@/lib/person/words'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getProvision } from '@/lib/provision/queries'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace, placeOf } from '../../../../where'
import { submitProvision } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function AddProvisionPage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, outcomes, staff } = await orNotFound(getProvision(actor, place, null, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <ProvisionForm
        action={submitProvision.bind(null, place)}
        initial={outcomes.length === 1 ? { outcomeIds: outcomes.map(({ id }) => id) } : {}}
        title={`Add a provision for ${cycle.givenName}`}
        givenName={cycle.givenName}
        outcomes={outcomes.map(({ id, willDo }, index) => ({ value: id, label: `${index + 1}. ${willDo}` }))}
        staff={staff.map(({ id, name, role }) => ({ value: id, label: `${name}, ${roleWords(role)}` }))}
      />
    </>
  )
}
