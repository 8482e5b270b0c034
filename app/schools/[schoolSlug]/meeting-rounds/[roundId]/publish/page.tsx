import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { PublishForm } from '@/components/meeting-round/publish-form'
import { longDate } from '@/lib/calendar/iso-date'
import { getRoundToArrange } from '@/lib/meeting-round/arrange.queries'
import { placeOf } from '@/lib/platform/answer'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { roundAddress, roundPlace } from '../../where'
import { submitPublication } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; roundId: string }> }

/** How a round is published: what it does is said before it is done. */
export default async function PublishRoundPage({ params }: Props) {
  const place = placeOf(roundPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { round, days } = await orNotFound(getRoundToArrange(actor, place.roundId))
  const placed = round.pupils.filter(({ day }) => day !== null).length
  const title = `Publish ${round.name}`
  return (
    <>
      <BackLink href={roundAddress(place)}>Back to the round</BackLink>
      <PageTitle lead={`${placed} of ${round.pupils.length} meetings have a place`}>{title}</PageTitle>
      <PublishForm
        action={submitPublication.bind(null, { ...place, version: round.version })}
        title={title}
        placed={placed}
        days={days.map((day) => ({ value: day, label: longDate(day) }))}
      />
    </>
  )
}
