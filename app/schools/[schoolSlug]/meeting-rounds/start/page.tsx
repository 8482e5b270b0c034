import { BackLink } from '@/components/look/back-link'
import { PageTitle } from '@/components/look/page-title'
import { startValues } from '@/components/meeting-round/initial'
import { StartForm } from '@/components/meeting-round/start-form'
import { getStarting } from '@/lib/meeting-round/start.queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { yearGroupWords } from '@/lib/pupil/rules'
import { requireActor } from '@/lib/session/require'
import { roundsAddress, roundsPlace } from '../where'
import { submitStart } from './actions'

type Props = { params: Promise<{ schoolSlug: string }> }

/** Starts a round: whom, when, how and where, on one page with the ordinary case filled in. */
export default async function StartRoundPage({ params }: Props) {
  const place = placeOf(roundsPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const start = await orNotFound(getStarting(actor, now()))
  const title = 'Start a round of meetings'
  const labelled = (count: number, label: string) => `${label}, ${count} ${count === 1 ? 'pupil' : 'pupils'}`
  return (
    <>
      <BackLink href={roundsAddress(place)}>Back to meeting rounds</BackLink>
      <PageTitle>{title}</PageTitle>
      <StartForm
        action={submitStart.bind(null, place)}
        initial={startValues(start)}
        title={title}
        counts={start}
        classes={start.classes.map(({ value, count }) => ({ value, label: labelled(count, value) }))}
        years={start.years.map(({ value, count }) => ({
          value,
          label: labelled(count, yearGroupWords(Number(value))),
        }))}
      />
    </>
  )
}
