import { BackLink } from '@/components/look/back-link'
import { LongTermForm } from '@/components/outcome/long-term-form'
import { getPupilToAimFor } from '@/lib/outcome/long-term.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitLongTerm } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function AddLongTermOutcomePage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const pupil = await orNotFound(getPupilToAimFor(actor, pupilId, now()))
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <LongTermForm
        action={submitLongTerm.bind(null, { schoolSlug, pupilId: pupil.id })}
        title={`A long-term outcome for ${pupil.givenName}`}
        givenName={pupil.givenName}
        button="Propose it"
      />
    </>
  )
}
