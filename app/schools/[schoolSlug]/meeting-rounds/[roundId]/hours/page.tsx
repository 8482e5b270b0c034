import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { AllHoursForm } from '@/components/meeting-round/hours-forms'
import { roundSaved } from '@/components/meeting-round/saved-words'
import { Saved } from '@/components/pupil/saved'
import { getRoundToArrange } from '@/lib/meeting-round/arrange.queries'
import { hoursInWords } from '@/lib/meeting-round/hours.words'
import { placeOf } from '@/lib/platform/answer'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { roundAddress, roundPlace } from '../../where'
import { submitAllHours } from '../actions'

type Props = {
  params: Promise<{ schoolSlug: string; roundId: string }>
  searchParams: Promise<{ saved?: string }>
}

/** When the staff of a round are there: the same for everyone, or each for themselves. */
export default async function RoundHoursPage({ params, searchParams }: Props) {
  const place = placeOf(roundPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { round, days } = await orNotFound(getRoundToArrange(actor, place.roundId))
  const title = 'When staff are there'
  return (
    <>
      <BackLink href={roundAddress(place)}>Back to the round</BackLink>
      <Saved words={roundSaved((await searchParams).saved)} />
      <PageTitle lead={`${round.name}, ${days.length} school days`}>{title}</PageTitle>
      <AllHoursForm
        key={round.version}
        action={submitAllHours.bind(null, { ...place, version: round.version })}
        initial={{ from: '3:30pm', until: '6pm' }}
        title={title}
      />
      <h2>Each person, {round.staff.length}</h2>
      <ul className="lines">
        {round.staff.map(({ id, name, hours }) => (
          <li key={id}>
            <a href={roundAddress(place, `/hours/${id}`)}>{name}</a>
            <p className="soft small">{hoursInWords(hours, days.length)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
