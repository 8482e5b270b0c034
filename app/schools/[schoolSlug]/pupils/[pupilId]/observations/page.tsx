import { inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { ObservationForm } from '@/components/observation/observation-form'
import { ObservationList } from '@/components/observation/observation-list'
import { Saved } from '@/components/pupil/saved'
import { getObservations } from '@/lib/observation/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../where'
import { submitObservation } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  observation: 'The observation is saved. It stands beside the next assessment',
  correction: 'The correction is saved, and what it said before is kept',
}

export default async function ObservationsPage({ params, searchParams }: Props) {
  const place = placeOf(pupilPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { pupil, today, lines, formKey, mayCorrect } = await orNotFound(
    getObservations(actor, place.pupilId, now()),
  )
  return (
    <>
      <BackLink href={pupilAddress(place)}>Back to {pupil.givenName}</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle lead="What was seen in lessons and at break. It feeds the next assessment">
        Observations of {pupil.name}
      </PageTitle>
      <div className="cols">
        <div>
          <Card heading={lines.length === 1 ? '1 observation' : `${lines.length} observations`}>
            {lines.length === 0 && <p>Nothing is written down yet.</p>}
            <ObservationList lines={lines} mayCorrect={mayCorrect} base={pupilAddress(place)} />
          </Card>
        </div>
        <div>
          <Card heading="Write down what you saw">
            <ObservationForm
              key={lines.length}
              action={submitObservation.bind(null, place)}
              initial={{ ...inBoxes('seenOn', today), audience: 'staff' }}
              title={`Observations of ${pupil.name}`}
              formKey={formKey}
            />
          </Card>
        </div>
      </div>
    </>
  )
}
