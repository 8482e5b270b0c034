import { notFound } from 'next/navigation'
import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { HoursForm } from '@/components/meeting-round/hours-forms'
import { hoursValues } from '@/components/meeting-round/initial'
import { weekdayDate } from '@/lib/calendar/iso-date'
import { getRoundToArrange } from '@/lib/meeting-round/arrange.queries'
import { placeOf } from '@/lib/platform/answer'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { personPlace, roundAddress } from '../../../where'
import { submitHours } from '../../actions'

type Props = { params: Promise<{ schoolSlug: string; roundId: string; membershipId: string }> }

/** When one member of staff is there in a round, day by day. */
export default async function PersonHoursPage({ params }: Props) {
  const place = placeOf(personPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { round, days } = await orNotFound(getRoundToArrange(actor, place.roundId))
  const person = round.staff.find(({ id }) => id === place.membershipId) ?? notFound()
  const title = `When ${person.name} is there`
  return (
    <>
      <BackLink href={roundAddress(place, '/hours')}>Back to the hours</BackLink>
      <PageTitle lead="Leave a day empty when they are away. Times like 3:30pm">{title}</PageTitle>
      <HoursForm
        action={submitHours.bind(null, { ...place, version: round.version })}
        initial={hoursValues(days, person.hours)}
        title={title}
        days={days.map((day) => ({ day, label: weekdayDate(day) }))}
      />
    </>
  )
}
