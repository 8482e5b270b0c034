import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { EndToldForm } from '@/components/step-down/end-told-form'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { getStepDown } from '@/lib/step-down/queries'
import { pupilAddress, pupilPlace } from '../where'
import { submitEndTold } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function SupportEndedPage({ params }: Props) {
  const place = placeOf(pupilPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { pupil, steppedDown } = await orNotFound(getStepDown(actor, place.pupilId, 'lead', now()))
  return (
    <>
      <BackLink href={pupilAddress(place)}>Back to {pupil.name}</BackLink>
      {steppedDown.toTell.length > 0 ? (
        <EndToldForm
          action={submitEndTold.bind(null, place)}
          name={pupil.name}
          endedOn={steppedDown.watch.from}
          untilOn={steppedDown.watch.untilOn}
          toTell={steppedDown.toTell}
        />
      ) : (
        <>
          <DocumentTitle>{`Parents of ${pupil.name}`}</DocumentTitle>
          <EmptyState heading="Nobody is left to tell">
            <p>Everyone on record who is to be told was told that SEN support ended.</p>
          </EmptyState>
        </>
      )}
    </>
  )
}
