import { BackLink } from '@/components/look/back-link'
import { MoveReviewForm } from '@/components/review/move-form'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getMove } from '@/lib/review/queries'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'
import { submitMove } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function MoveReviewPage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, ...page } = await orNotFound(getMove(actor, place, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/review')}>Back to the review</BackLink>
      <MoveReviewForm
        action={submitMove.bind(null, { ...place, version: cycle.version })}
        name={cycle.name}
        {...page}
      />
    </>
  )
}
