import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { EmptyState } from '@/components/look/empty-state'
import { ResponsibleToldForm } from '@/components/plan/told-form'
import { getResponsibleTold } from '@/lib/plan/told.queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'
import { submitResponsibleTold } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function ResponsibleToldPage({ params }: Props) {
  const place = placeOf(pupilPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { pupil, change, toTell } = await orNotFound(getResponsibleTold(actor, place.pupilId, now()))
  return (
    <>
      <BackLink href={pupilAddress(place)}>Back to {pupil.name}</BackLink>
      {toTell.length > 0 ? (
        <ResponsibleToldForm
          action={submitResponsibleTold.bind(null, place)}
          name={pupil.name}
          responsible={change.responsible}
          from={change.from}
          toTell={toTell}
        />
      ) : (
        <>
          <DocumentTitle>{`Parents of ${pupil.name}`}</DocumentTitle>
          <EmptyState heading="Nobody is left to tell">
            <p>Everyone on record who is to be told knows who is responsible now.</p>
          </EmptyState>
        </>
      )}
    </>
  )
}
