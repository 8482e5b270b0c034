import { BackLink } from '@/components/look/back-link'
import { boxesOf } from '@/components/pupil/boxes'
import { ChangePupilForm } from '@/components/pupil/pupil-form'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getPupilToChange } from '@/lib/pupil/details.queries'
import { requireActor } from '@/lib/session/require'
import { submitDetails } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function DetailsPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const page = await orNotFound(getPupilToChange(actor, pupilId, now()))
  const { pupil } = page
  const initial = {
    givenName: page.givenName,
    familyName: page.familyName,
    preferredName: page.preferredName ?? '',
    ...boxesOf('dateOfBirth', page.dateOfBirth),
    upn: page.upn ?? '',
    sex: page.sex ?? '',
    yearGroup: page.yearGroup === null ? '' : String(page.yearGroup),
    className: page.className ?? '',
    homeLanguage: page.homeLanguage ?? '',
    ...boxesOf('onRollUntil', page.onRollUntil),
  }
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <ChangePupilForm
        action={submitDetails.bind(null, { schoolSlug, pupilId: pupil.id, version: pupil.version })}
        classNames={page.classNames}
        name={pupil.name}
        initial={initial}
      />
    </>
  )
}
