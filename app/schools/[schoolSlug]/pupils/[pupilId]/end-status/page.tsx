import { notFound } from 'next/navigation'
import { BackLink } from '@/components/look/back-link'
import { boxesOf } from '@/components/pupil/boxes'
import { EndStatusForm } from '@/components/sen-status/status-forms'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { getRegisterEntry } from '@/lib/sen-status/queries'
import { statusWords } from '@/lib/sen-status/words'
import { requireActor } from '@/lib/session/require'
import { submitEnd } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function EndStatusPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const entry = await orNotFound(getRegisterEntry(actor, pupilId, 'end-status', now()))
  const { pupil, today, hasOpenCycle } = entry
  if (pupil.status === null) notFound()
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <EndStatusForm
        action={submitEnd.bind(null, { schoolSlug, pupilId: pupil.id, version: pupil.version })}
        name={pupil.name}
        initial={boxesOf('lastDay', today)}
        what={pupil.status === 'ehc-plan' ? `The ${statusWords['ehc-plan']}` : statusWords['sen-support']}
        openCycle={hasOpenCycle}
      />
    </>
  )
}
