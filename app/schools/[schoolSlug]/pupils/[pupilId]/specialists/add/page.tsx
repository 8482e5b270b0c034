import { BackLink } from '@/components/look/back-link'
import { SpecialistForm } from '@/components/specialist/specialist-form'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { getSpecialist } from '@/lib/specialist/queries'
import { pupilAddress, pupilPlace } from '../../where'
import { submitSpecialist } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function AddSpecialistPage({ params }: Props) {
  const place = placeOf(pupilPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { pupil } = await orNotFound(
    getSpecialist(actor, { pupilId: place.pupilId, specialistId: null }, now()),
  )
  return (
    <>
      <BackLink href={pupilAddress(place)}>Back to {pupil.name}</BackLink>
      <SpecialistForm
        action={submitSpecialist.bind(null, place)}
        title={`A specialist for ${pupil.name}`}
        givenName={pupil.givenName}
      />
    </>
  )
}
