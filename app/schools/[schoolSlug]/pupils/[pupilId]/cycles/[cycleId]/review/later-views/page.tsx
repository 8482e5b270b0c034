import { BackLink } from '@/components/look/back-link'
import { LaterViewsForm } from '@/components/review/later-views-form'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getLaterViews } from '@/lib/review/queries'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'
import { submitLaterViews } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function LaterViewsPage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, review } = await orNotFound(getLaterViews(actor, place, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/review')}>Back to the review</BackLink>
      <LaterViewsForm
        action={submitLaterViews.bind(null, place)}
        name={cycle.name}
        givenName={cycle.givenName}
        heldOn={review.heldOn}
      />
    </>
  )
}
