import { notFound } from 'next/navigation'
import { ActForm } from '@/components/cycle/act-form'
import { BackLink } from '@/components/look/back-link'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getPlanLine } from '@/lib/plan-line/queries'
import { lineWords } from '@/lib/plan-line/words'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../../where'
import { submitPlanLineRemoval } from '../../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; lineId: string }>
}

export default async function RemovePlanLinePage({ params }: Props) {
  const { lineId, ...where } = await params
  const place = placeOf(cyclePlace, where)
  const actor = await requireActor(place.schoolSlug)
  const { line } = await orNotFound(getPlanLine(actor, place, idOrNotFound(lineId), now()))
  if (!line) notFound()
  const title = 'Remove this line?'
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <ActForm
        action={submitPlanLineRemoval.bind(null, { ...place, id: line.id, version: line.version })}
        title={title}
        button="Remove the line"
      >
        <h1>{title}</h1>
        <p>{lineWords(line)}</p>
      </ActForm>
    </>
  )
}
