import { ParentViewsForm } from '@/components/assessment/views-forms'
import { inBox, inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { getAssessmentPart } from '@/lib/assessment/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'
import { submitParentViews } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function ParentViewsPage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, assessment } = await orNotFound(getAssessmentPart(actor, place, now(), 'parentViews'))
  const { parentViews, parentViewsFrom, parentViewsOn } = assessment
  return (
    <>
      <BackLink href={cycleAddress(place, '/assess')}>Back to Assess</BackLink>
      <ParentViewsForm
        action={submitParentViews.bind(null, { ...place, version: assessment.version })}
        initial={{ ...inBox({ parentViews, parentViewsFrom }), ...inBoxes('parentViewsOn', parentViewsOn) }}
        givenName={cycle.givenName}
      />
    </>
  )
}
