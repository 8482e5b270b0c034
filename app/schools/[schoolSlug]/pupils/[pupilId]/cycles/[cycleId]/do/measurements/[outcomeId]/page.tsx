import { z } from 'zod'
import { inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { DocumentTitle } from '@/components/look/document-title'
import { PageTitle } from '@/components/look/page-title'
import { MeasurementForm } from '@/components/measurement/measurement-forms'
import { MeasurementPicture } from '@/components/measurement/measurement-picture'
import { MeasurementLines } from '@/components/measurement/measurement-lines'
import { Saved } from '@/components/pupil/saved'
import { getMeasurements } from '@/lib/measurement/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { asSentence } from '@/lib/platform/sentence.words'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitMeasurement } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; outcomeId: string }>
  searchParams: Promise<{ saved?: string }>
}

const SAVED: Record<string, string> = {
  measurement: 'The measurement is saved',
  correction: 'The correction is saved, and what stood there is kept',
}

export default async function MeasurementsPage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace.extend({ outcomeId: z.uuid() }), await params)
  const actor = await requireActor(place.schoolSlug)
  const page = await orNotFound(getMeasurements(actor, place, now()))
  const { cycle, outcome } = page
  const title = `Measurements, cycle ${cycle.number}, ${cycle.name}`
  return (
    <>
      {!page.mayWrite && <DocumentTitle>{title}</DocumentTitle>}
      <BackLink href={cycleAddress(place, '/do')}>Back to the Do notes</BackLink>
      <Saved words={SAVED[(await searchParams).saved ?? '']} />
      <PageTitle lead={`${asSentence(outcome.willDo)} Cycle ${cycle.number} of ${cycle.name}`}>
        Measurements
      </PageTitle>
      <div className="cols">
        <div>
          <Card label="The picture">
            {outcome.points.length === 0 && <p>Nothing was measured yet.</p>}
            <MeasurementPicture outcome={outcome} withPrompt />
          </Card>
          <MeasurementLines
            outcome={outcome}
            replaced={page.replaced}
            mayCorrect={page.mayCorrect}
            here={cycleAddress(place, `/do/measurements/${outcome.id}`)}
            noteAddress={(doNoteId) => cycleAddress(place, `/do/notes/${doNoteId}`)}
          />
        </div>
        <div>
          {page.mayWrite && (
            <Card heading="Add a measurement">
              <MeasurementForm
                key={outcome.points.length}
                action={submitMeasurement.bind(null, place)}
                initial={{ ...inBoxes('measuredOn', page.today), audience: 'staff' }}
                title={title}
                formKey={page.formKey}
                unit={outcome.unit}
              />
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
