import { BackLink } from '@/components/look/back-link'
import { ConcernForm } from '@/components/concern/concern-form'
import { boxesOf } from '@/components/pupil/boxes'
import { getConcernToRaise } from '@/lib/concern/queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitConcern } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function RaiseConcernPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, parents, today } = await orNotFound(getConcernToRaise(actor, pupilId, now()))
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <ConcernForm
        action={submitConcern.bind(null, { schoolSlug, pupilId: pupil.id })}
        name={pupil.name}
        parents={parents}
        initial={boxesOf('raisedOn', today)}
      />
    </>
  )
}
