import { inBox } from '@/components/cycle/initial'
import { ConsultationForm } from '@/components/cycle/plan-forms'
import { BackLink } from '@/components/look/back-link'
import { getPlanPart } from '@/lib/cycle/plan.queries'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { requireActor } from '@/lib/session/require'
import { cycleAddress, cyclePlace, placeOf } from '../../../where'
import { submitConsultation } from '../actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string; cycleId: string }> }

export default async function ConsultationPage({ params }: Props) {
  const place = placeOf(cyclePlace, await params)
  const actor = await requireActor(place.schoolSlug)
  const { cycle, plan } = await orNotFound(getPlanPart(actor, place, now()))
  return (
    <>
      <BackLink href={cycleAddress(place, '/plan')}>Back to the plan</BackLink>
      <ConsultationForm
        action={submitConsultation.bind(null, { ...place, version: cycle.version })}
        initial={inBox({
          parentConsultation: plan.parentConsultation,
          parentConsultationNote: plan.parentConsultationNote,
          pupilConsultation: plan.pupilConsultation,
          pupilConsultationNote: plan.pupilConsultationNote,
        })}
        givenName={cycle.givenName}
      />
    </>
  )
}
