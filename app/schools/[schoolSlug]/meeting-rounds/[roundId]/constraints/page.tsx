import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { ConstraintsForm } from '@/components/meeting-round/constraints-form'
import { constraintsValues } from '@/components/meeting-round/initial'
import { getRoundToArrange } from '@/lib/meeting-round/arrange.queries'
import { placeOf } from '@/lib/platform/answer'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { roundAddress, roundPlace } from '../../where'
import { submitConstraints } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; roundId: string }> }

/** What matters in the timetable. */
export default async function RoundConstraintsPage({ params }: Props) {
  const place = placeOf(roundPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { round } = await orNotFound(getRoundToArrange(actor, place.roundId))
  const title = 'What matters in the timetable'
  return (
    <>
      <BackLink href={roundAddress(place)}>Back to the round</BackLink>
      <PageTitle lead={round.name}>{title}</PageTitle>
      <ConstraintsForm
        action={submitConstraints.bind(null, { ...place, version: round.version })}
        initial={constraintsValues(round.levels, round.limits)}
        title={title}
      />
    </>
  )
}
