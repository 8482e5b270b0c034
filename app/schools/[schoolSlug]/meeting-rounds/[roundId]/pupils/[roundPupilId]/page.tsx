import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { Details } from '@/components/look/details'
import { PageTitle } from '@/components/look/page-title'
import { FreePlaces } from '@/components/meeting-round/free-places'
import { needsValues, placeValues } from '@/components/meeting-round/initial'
import { NeedsForm, PlaceForm } from '@/components/meeting-round/pupil-forms'
import { roundSaved } from '@/components/meeting-round/saved-words'
import { Saved } from '@/components/pupil/saved'
import { timeOfDay, weekdayDate } from '@/lib/calendar/iso-date'
import { getPlacing } from '@/lib/meeting-round/arrange.queries'
import { timeAt } from '@/lib/meeting-round/rules'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { roundAddress, roundPupilPlace } from '../../../where'
import { submitLock, submitNeeds, submitPlace, submitTakingOut, submitUnlock } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; roundId: string; roundPupilId: string }>
  searchParams: Promise<{ saved?: string }>
}

/** One pupil of a round: where the meeting is, where it could be, and what it needs. */
export default async function RoundPupilPage({ params, searchParams }: Props) {
  const place = placeOf(roundPupilPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { round, pupil, days, leaders, free } = await orNotFound(getPlacing(actor, place, now()))
  const from = { ...place, version: round.version }
  const title = `The meeting about ${pupil.name}`
  const rooms = round.rooms.filter(({ isUsed }) => isUsed)
  const whenNow =
    pupil.day && pupil.start !== null
      ? `${weekdayDate(pupil.day)}, ${timeOfDay(timeAt(pupil.start))}${pupil.isLocked ? ', and it stays there' : ''}`
      : 'It has no place yet'
  return (
    <>
      <BackLink href={roundAddress(place)}>Back to the round</BackLink>
      <Saved words={roundSaved((await searchParams).saved)} />
      <PageTitle lead={whenNow}>{title}</PageTitle>
      <div className="cols">
        <div>
          <PlaceForm
            action={submitPlace.bind(null, from)}
            initial={placeValues(pupil)}
            title={title}
            days={days.map((day) => ({ value: day, label: weekdayDate(day) }))}
            leaders={leaders}
            rooms={
              round.format === 'in-person'
                ? rooms.map(({ id, name, building, seats }) => ({
                    value: id,
                    label: `${name}, ${building}, ${seats} seats`,
                  }))
                : []
            }
          />
          <NeedsForm action={submitNeeds.bind(null, from)} initial={needsValues(pupil)} leaders={leaders} />
        </div>
        <div>
          <FreePlaces places={free} rooms={rooms} />
          {pupil.day && (
            <ActForm
              action={(pupil.isLocked ? submitUnlock : submitLock).bind(null, from)}
              button={pupil.isLocked ? 'Let it move again' : 'Keep it where it is'}
              secondary
            />
          )}
          <Details summary="Take this pupil out of the round">
            <ActForm action={submitTakingOut.bind(null, from)} button="Take out of the round" secondary>
              <p>You can arrange a meeting for {pupil.givenName} by hand instead.</p>
            </ActForm>
          </Details>
        </div>
      </div>
    </>
  )
}
