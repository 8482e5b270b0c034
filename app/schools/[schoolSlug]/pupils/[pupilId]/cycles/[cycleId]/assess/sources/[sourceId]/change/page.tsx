import { SourceForm } from '@/components/assessment/source-form'
import { inBox, inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { getSource } from '@/lib/assessment/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { notFound } from 'next/navigation'
import { cycleAddress, cyclePlace } from '../../../../../where'
import { submitSourceChange } from '../../../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; sourceId: string }> }

export default async function ChangeSourcePage({ params }: Props) {
  const { sourceId, ...where } = await params
  const place = placeOf(cyclePlace, where)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, source } = await orNotFound(getSource(actor, place, idOrNotFound(sourceId), now()))
  if (!source) notFound()
  const { kind, saidBy, saidOn, words, isShared } = source
  return (
    <>
      <BackLink href={cycleAddress(place, `/assess/sources/${source.id}`)}>Back to the source</BackLink>
      <SourceForm
        action={submitSourceChange.bind(null, { ...place, id: source.id, version: source.version })}
        initial={{
          ...inBox({ kind, saidBy, words, audience: isShared ? 'parents' : 'staff' }),
          ...inBoxes('saidOn', saidOn),
        }}
        title={`What is known about ${cycle.givenName}`}
      />
    </>
  )
}
