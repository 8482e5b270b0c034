import { BackLink } from '@/components/look/back-link'
import { AddPupilForm } from '@/components/pupil/pupil-form'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getNewPupilPage } from '@/lib/pupil/details.queries'
import { requireActor } from '@/lib/session/require'
import { submitPupil } from './actions'

type Props = { params: Promise<{ schoolSlug: string }> }

export default async function AddPupilPage({ params }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  const { classNames } = await orNotFound(getNewPupilPage(actor))
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/sen-register`}>Back to the register</BackLink>
      <AddPupilForm action={submitPupil.bind(null, { schoolSlug })} classNames={classNames} />
    </>
  )
}
