import { notFound } from 'next/navigation'
import { BackLink } from '@/components/look/back-link'
import { PlanLineForm } from '@/components/plan-line/plan-line-form'
import { getPlanLine } from '@/lib/plan-line/queries'
import { kindAsked } from '@/lib/plan-line/schema'
import { kindQuestions } from '@/lib/plan-line/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../../where'
import { submitPlanLine } from '../actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }>
  searchParams: Promise<{ kind?: string | string[] }>
}

export default async function AddPlanLinePage({ params, searchParams }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle } = await orNotFound(getPlanLine(actor, place, null, now()))
  const kind = kindAsked((await searchParams).kind) ?? notFound()
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <PlanLineForm
        action={submitPlanLine.bind(null, place)}
        kind={kind}
        initial={{}}
        title={`${kindQuestions[kind].add} for ${cycle.givenName}`}
      />
    </>
  )
}
