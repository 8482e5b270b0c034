import { notFound } from 'next/navigation'
import { StrategyEffectForm } from '@/components/concern/strategy-forms'
import { BackLink } from '@/components/look/back-link'
import { boxesOf } from '@/components/pupil/boxes'
import { getConcern } from '@/lib/concern/queries'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { submitEffect } from '../../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; concernId: string; strategyId: string }>
}

export default async function StrategyPage({ params }: Props) {
  const { schoolSlug, pupilId, concernId, strategyId } = await params
  const actor = await requireActor(schoolSlug)
  const at = { pupilId, concernId: idOrNotFound(concernId) }
  const { concern, today } = await orNotFound(getConcern(actor, at, now()))
  const strategy = concern.strategies.find(({ id }) => id === strategyId)
  if (!strategy || strategy.effect !== null) notFound()
  const { version, what } = strategy
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupilId}/concerns/${concernId}`}>
        Back to the concern
      </BackLink>
      <StrategyEffectForm
        action={submitEffect.bind(null, { schoolSlug, ...at, strategyId, version })}
        title="What came of it"
        what={what}
        initial={boxesOf('untilOn', today)}
      />
    </>
  )
}
