import { boxesOf } from '@/components/pupil/boxes'
import { BackLink } from '@/components/look/back-link'
import { SuggestionForm } from '@/components/suggestion/suggestion-form'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { getNewSuggestion } from '@/lib/suggestion/queries'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitSuggestion } from '../../../plan/suggestions/actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function AddSuggestionPage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, parents, formKey, today } = await orNotFound(getNewSuggestion(actor, place, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/assess')}>Back to Assess</BackLink>
      <SuggestionForm
        action={submitSuggestion.bind(null, { ...place, formKey })}
        initial={{
          ...boxesOf('saidOn', today),
          ...(parents.length === 1 && parents[0] && { contact: parents[0].id }),
        }}
        title={`What would help ${cycle.givenName}?`}
        parents={parents}
      />
    </>
  )
}
