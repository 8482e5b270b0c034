import { BackLink } from '@/components/look/back-link'
import { specialistValues } from '@/components/specialist/initial'
import { SpecialistForm } from '@/components/specialist/specialist-form'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { getSpecialist } from '@/lib/specialist/queries'
import { serviceWords } from '@/lib/specialist/words'
import { pupilAddress } from '../../where'
import { submitSpecialistChange } from '../actions'
import { specialistPlace } from '../where'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; specialistId: string }> }

export default async function SpecialistPage({ params }: Props) {
  const place = placeOf(specialistPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { pupil, specialist } = await orNotFound(getSpecialist(actor, place, now()))
  if (!specialist) return null
  return (
    <>
      <BackLink href={pupilAddress(place)}>Back to {pupil.name}</BackLink>
      <SpecialistForm
        action={submitSpecialistChange.bind(null, { ...place, version: specialist.version })}
        initial={specialistValues(specialist)}
        title={`${serviceWords[specialist.service]} for ${pupil.name}`}
        givenName={pupil.givenName}
      />
    </>
  )
}
