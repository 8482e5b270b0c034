import { notFound } from 'next/navigation'
import { inBox } from '@/components/cycle/initial'
import { BackLink } from '@/components/look/back-link'
import { PlanLineForm } from '@/components/plan-line/plan-line-form'
import { getPlanLine } from '@/lib/plan-line/queries'
import { kindQuestions } from '@/lib/plan-line/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { idOrNotFound } from '@/lib/platform/ids'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitPlanLineChange } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string; lineId: string }> }

export default async function ChangePlanLinePage({ params }: Props) {
  const { lineId, ...where } = await params
  const place = placeOf(cyclePlace, where)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, line } = await orNotFound(getPlanLine(actor, place, idOrNotFound(lineId), now()))
  if (!line) notFound()
  const { id, version, kind, ...written } = line
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <PlanLineForm
        action={submitPlanLineChange.bind(null, { ...place, id, version })}
        kind={kind}
        initial={inBox(written)}
        title={`Change a ${kindQuestions[kind].one} for ${cycle.givenName}`}
      />
    </>
  )
}
