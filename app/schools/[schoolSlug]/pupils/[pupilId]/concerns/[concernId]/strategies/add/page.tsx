import { StrategyForm } from '@/components/concern/strategy-forms'
import { BackLink } from '@/components/look/back-link'
import { boxesOf } from '@/components/pupil/boxes'
import { getConcern } from '@/lib/concern/queries'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitStrategy } from '../../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; concernId: string }> }

export default async function AddStrategyPage({ params }: Props) {
  const { schoolSlug, pupilId, concernId } = await params
  const actor = await requireActor(schoolSlug)
  const at = { pupilId, concernId: idOrNotFound(concernId) }
  const { pupil, today } = await orNotFound(getConcern(actor, at, now()))
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupilId}/concerns/${concernId}`}>
        Back to the concern
      </BackLink>
      <StrategyForm
        action={submitStrategy.bind(null, { schoolSlug, ...at })}
        title={`What is being tried for ${pupil.givenName}`}
        initial={boxesOf('fromOn', today)}
      />
    </>
  )
}
