import { AbsenceForm } from '@/components/absence/absence-form'
import { AbsenceList } from '@/components/absence/absence-list'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { PageTitle } from '@/components/look/page-title'
import { boxesOf } from '@/components/pupil/boxes'
import { Saved } from '@/components/pupil/saved'
import { getAbsences } from '@/lib/absence/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { savedWords } from '@/lib/pupil/words'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../where'
import { submitAbsence } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ saved?: string }>
}

/** When a pupil was away, and the form to write it down. */
export default async function AbsencesPage({ params, searchParams }: Props) {
  const place = placeOf(pupilPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { pupil, absences, formKey, today } = await orNotFound(getAbsences(actor, place.pupilId, now()))
  const title = `Days ${pupil.name} was away`
  return (
    <>
      <BackLink href={pupilAddress(place)}>Back to {pupil.name}</BackLink>
      <Saved words={savedWords((await searchParams).saved)} />
      <PageTitle lead="On these days nothing is planned, and nobody is asked why support was not given. This is not the attendance register">
        {title}
      </PageTitle>
      <div className="cols">
        <Card heading="Written down">
          <AbsenceList absences={absences} base={pupilAddress(place)} />
        </Card>
        <Card heading={`${pupil.givenName} is away`}>
          <AbsenceForm
            key={absences.length}
            action={submitAbsence.bind(null, place)}
            initial={{ formKey, ...boxesOf('from', today) }}
            title={title}
            givenName={pupil.givenName}
          />
        </Card>
      </div>
    </>
  )
}
