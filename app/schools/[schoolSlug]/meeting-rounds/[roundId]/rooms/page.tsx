import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { RoomsForm } from '@/components/meeting-round/constraints-form'
import { roomsText } from '@/lib/meeting-round/rules'
import { getRoundToArrange } from '@/lib/meeting-round/arrange.queries'
import { placeOf } from '@/lib/platform/answer'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { roundAddress, roundPlace } from '../../where'
import { submitRooms } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; roundId: string }> }

/** Rooms of the round. */
export default async function RoundRoomsPage({ params }: Props) {
  const place = placeOf(roundPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { round } = await orNotFound(getRoundToArrange(actor, place.roundId))
  const title = 'Rooms of the round'
  return (
    <>
      <BackLink href={roundAddress(place)}>Back to the round</BackLink>
      <PageTitle lead={round.name}>{title}</PageTitle>
      <RoomsForm
        action={submitRooms.bind(null, { ...place, version: round.version })}
        initial={{ rooms: roomsText(round.rooms.filter(({ isUsed }) => isUsed)) }}
        title={title}
      />
    </>
  )
}
