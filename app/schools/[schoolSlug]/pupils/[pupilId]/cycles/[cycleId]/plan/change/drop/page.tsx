import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { getPlanChange } from '@/lib/cycle/plan.queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitDrop } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function DropChangePage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { change, changes } = await orNotFound(getPlanChange(actor, place, now()))
  const title = 'Drop this change?'
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan/change')}>Back to the change</BackLink>
      <ActForm
        action={submitDrop.bind(null, { ...place, changeId: change.id })}
        title={title}
        button="Drop the change"
      >
        <h1>{title}</h1>
        <p>
          The plan stays as it is published. What was written in this change is not published, and cannot be
          had back.
        </p>
        <ul>
          {changes.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </ActForm>
    </>
  )
}
