import { notFound } from 'next/navigation'
import { BackLink } from '@/components/look/back-link'
import { EhcPlanForm } from '@/components/sen-status/status-forms'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getRegisterEntry } from '@/lib/sen-status/queries'
import { requireActor } from '@/lib/session/require'
import { submitEhcPlan } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function EhcPlanPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, needChoices } = await orNotFound(getRegisterEntry(actor, pupilId, 'ehc-plan', now()))
  if (pupil.status === 'ehc-plan') notFound()
  const [main] = pupil.needs
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <EhcPlanForm
        action={submitEhcPlan.bind(null, { schoolSlug, pupilId: pupil.id, version: pupil.version })}
        name={pupil.name}
        initial={{ mainNeed: main?.code ?? '' }}
        choices={needChoices}
        ends={
          pupil.status === 'sen-support'
            ? 'SEN support ends here on the day before. The meetings of this year go on counting.'
            : null
        }
      />
    </>
  )
}
