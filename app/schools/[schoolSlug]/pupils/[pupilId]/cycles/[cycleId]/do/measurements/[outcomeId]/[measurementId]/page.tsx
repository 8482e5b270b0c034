import { z } from 'zod'
import { inBox, inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { CorrectMeasurementForm } from '@/components/measurement/measurement-forms'
import { longDate } from '@/lib/calendar/iso-date'
import { getMeasurementToCorrect } from '@/lib/measurement/queries'
import { withUnit } from '@/lib/outcome/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../../where'
import { submitCorrection } from '../actions'

type Params = {
  schoolSlug: string
  pupilId: string
  cycleId: string
  outcomeId: string
  measurementId: string
}
type Props = { params: Promise<Params> }

const measurementPlace = cyclePlace.extend({ outcomeId: z.uuid(), measurementId: z.uuid() })

export default async function CorrectMeasurementPage({ params }: Props) {
  const place = placeOf(measurementPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, outcome, measurement, formKey } = await orNotFound(
    getMeasurementToCorrect(actor, place, now()),
  )
  const says = `${withUnit(measurement.value, outcome.unit)} on ${longDate(measurement.on)}, by ${measurement.by}`
  return (
    <>
      <BackLink href={cycleAddress(place, `/do/measurements/${outcome.id}`)}>
        Back to the measurements
      </BackLink>
      <PageTitle lead={`${says}. What it says now is kept, and stays readable`}>
        Correct a measurement
      </PageTitle>
      <CorrectMeasurementForm
        action={submitCorrection.bind(null, place)}
        initial={{
          ...inBox({ value: measurement.value, note: measurement.note }),
          ...inBoxes('measuredOn', measurement.on),
          keep: 'changed',
        }}
        title={`Correct a measurement, ${cycle.name}`}
        formKey={formKey}
        unit={outcome.unit}
      />
    </>
  )
}
