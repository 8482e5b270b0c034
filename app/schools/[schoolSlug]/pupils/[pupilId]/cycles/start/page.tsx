import { inBoxes } from '@/components/cycle/initial'
import { StartForm } from '@/components/cycle/start-form'
import { BackLink } from '@/components/look/back-link'
import { DocumentTitle } from '@/components/look/document-title'
import { getStart } from '@/lib/cycle/queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { pupilAddress, pupilPlace } from '../../where'
import { submitStart } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function StartCyclePage({ params }: Props) {
  const place = placeOf(pupilPlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const start = await orNotFound(getStart(actor, place.pupilId, now()))
  const title = `Start cycle ${start.number} for ${start.givenName}`
  return (
    <>
      <BackLink href={pupilAddress(place)}>Back to {start.name}</BackLink>
      {start.problem ? (
        <>
          <DocumentTitle>{title}</DocumentTitle>
          <h1>{title}</h1>
          <p>{start.problem}.</p>
        </>
      ) : (
        <StartForm
          action={submitStart.bind(null, place)}
          initial={inBoxes('startedOn', start.today)}
          title={title}
        />
      )}
    </>
  )
}
