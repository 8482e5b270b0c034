import { z } from 'zod'
import { inBox, inBoxes } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { CorrectObservationForm } from '@/components/observation/observation-form'
import { longDate } from '@/lib/calendar/iso-date'
import { getObservationToCorrect } from '@/lib/observation/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'
import { submitObservationCorrection } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; observationId: string }> }

export default async function CorrectObservationPage({ params }: Props) {
  const place = placeOf(pupilPlace.extend({ observationId: z.uuid() }), await params)
  const actor = await requireActor(place.schoolSlug)
  const { pupil, formKey, line } = await orNotFound(getObservationToCorrect(actor, place, now()))
  return (
    <>
      <BackLink href={`${pupilAddress(place)}/observations`}>Back to the observations</BackLink>
      <PageTitle
        lead={`Of ${longDate(line.seenOn)}, by ${line.by}. What it says now is kept, and stays readable`}
      >
        Correct an observation
      </PageTitle>
      <CorrectObservationForm
        action={submitObservationCorrection.bind(null, place)}
        initial={{
          ...inBox({ at: line.at, place: line.place, words: line.words }),
          ...inBoxes('seenOn', line.seenOn),
          audience: line.isShared ? 'parents' : 'staff',
        }}
        title={`Correct an observation, ${pupil.name}`}
        formKey={formKey}
      />
    </>
  )
}
