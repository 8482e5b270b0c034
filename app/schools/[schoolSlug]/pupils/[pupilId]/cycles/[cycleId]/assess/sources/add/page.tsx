import { SourceForm } from '@/components/assessment/source-form'
import { inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { getSource } from '@/lib/assessment/queries'
import { SOURCE_KINDS } from '@/lib/assessment/rules'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitSource } from '../../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ kind?: string }>
}

export default async function AddSourcePage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, today } = await orNotFound(getSource(actor, place, null, now()))
  const { kind: asked } = await searchParams
  const kind = SOURCE_KINDS.find((known) => known === asked) ?? ''
  return (
    <>
      <BackLink href={cycleAddress(place, '/assess')}>Back to Assess</BackLink>
      <SourceForm
        action={submitSource.bind(null, place)}
        initial={{ kind, audience: 'staff', ...inBoxes('saidOn', today) }}
        title={`What is known about ${cycle.givenName}`}
      />
    </>
  )
}
