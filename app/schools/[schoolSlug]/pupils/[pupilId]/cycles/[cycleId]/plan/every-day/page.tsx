import { inBox } from '@/components/cycle/initial'
import { EveryDayForm } from '@/components/cycle/plan-forms'
import { BackLink } from '@/components/look/back-link'
import { getPlanPart } from '@/lib/cycle/plan.queries'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'
import { submitEveryDay } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function EveryDayPage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, plan } = await orNotFound(getPlanPart(actor, place, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <EveryDayForm
        action={submitEveryDay.bind(null, { ...place, version: plan.everyDayVersion })}
        initial={inBox({
          aspirations: plan.aspirations,
          inEveryLesson: plan.inEveryLesson,
          atHome: plan.atHome,
        })}
        givenName={cycle.givenName}
      />
    </>
  )
}
