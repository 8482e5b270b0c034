import { notFound } from 'next/navigation'
import { AnnotationForm } from '@/components/assessment/request-forms'
import { BackLink } from '@/components/look/back-link'
import { getAssess } from '@/lib/assessment/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'
import { submitAnnotation } from '../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ about?: string; source?: string }>
}

/** A note of staff beside a family's words: what the parents or the pupil say, or a source of theirs (6.45). */
export default async function BesidePage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { assessment, sources, mayAddViews } = await orNotFound(getAssess(actor, place, now()))
  const { about, source: sourceId } = await searchParams
  const source = sources.find(({ id }) => id === sourceId) ?? null
  const quote =
    source?.words ??
    (about === 'parent-views'
      ? assessment.parentViews
      : about === 'pupil-views'
        ? assessment.pupilViews
        : null)
  if (quote === null || !mayAddViews) notFound()
  const beside = source ? 'source' : about === 'parent-views' ? 'parent-views' : 'pupil-views'
  return (
    <>
      <BackLink href={cycleAddress(place, '/assess')}>Back to Assess</BackLink>
      <AnnotationForm
        action={submitAnnotation.bind(null, { ...place, about: beside, sourceId: source?.id ?? null })}
        title="A note beside their words"
        quote={quote}
        initial={{}}
      />
    </>
  )
}
