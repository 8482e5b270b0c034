import { inBox, inBoxes } from '@/components/cycle/initial'
import { ResponsibleForm } from '@/components/cycle/plan-forms'
import { BackLink } from '@/components/look/back-link'
import { getPlanPart } from '@/lib/cycle/plan.queries'
import { roleWords } from '@/lib/person/words'
import { placeOf } from '@/lib/platform/answer'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace } from '../../../where'
import { submitResponsible } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function ResponsiblePage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, plan, staff } = await orNotFound(getPlanPart(actor, place, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <ResponsibleForm
        action={submitResponsible.bind(null, { ...place, version: plan.responsibleVersion })}
        initial={{
          ...inBox({ responsibleId: plan.responsible?.membershipId ?? null }),
          ...inBoxes('reviewDue', plan.reviewDue),
        }}
        givenName={cycle.givenName}
        isChange={cycle.changeId !== null}
        staff={staff.map(({ id, name, role }) => ({ value: id, label: `${name}, ${roleWords(role)}` }))}
      />
    </>
  )
}
