import { notFound } from 'next/navigation'
import { inBox, inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { ProvisionForm } from '@/components/provision/provision-form'
import { roleWords } from '@/lib/person/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getProvision } from '@/lib/provision/queries'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitProvisionChange } from '../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; provisionId: string }>
}

export default async function ChangeProvisionPage({ params }: Props) {
  const { provisionId, ...where } = await params
  const place = placeOf(cyclePlace, where)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getProvision(actor, place, idOrNotFound(provisionId), now()))
  const { cycle, provision, outcomes, staff, forms } = page
  if (!provision) notFound()
  const { id, version, from, until, outcomeIds, alsoGivenBy, inPlaceOn, ...rest } = provision
  const { additional, fromOutside, care, ...written } = rest
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <ProvisionForm
        action={submitProvisionChange.bind(null, { ...place, id, version })}
        initial={{
          ...inBox(written),
          ...inBoxes('fromOn', from),
          ...inBoxes('untilOn', until),
          ...inBoxes('inPlaceOn', inPlaceOn),
          additional: additional ? 'additional' : 'ordinary',
          fromOutside: fromOutside ? 'yes' : '',
          care: care ? 'yes' : '',
          outcomeIds,
          alsoGivenBy,
        }}
        forms={forms}
        title={`Change a provision for ${cycle.givenName}`}
        givenName={cycle.givenName}
        outcomes={outcomes.map((outcome, index) => ({
          value: outcome.id,
          label: `${index + 1}. ${outcome.willDo}`,
        }))}
        staff={staff.map((member) => ({
          value: member.id,
          label: `${member.name}, ${roleWords(member.role)}`,
        }))}
      />
    </>
  )
}
