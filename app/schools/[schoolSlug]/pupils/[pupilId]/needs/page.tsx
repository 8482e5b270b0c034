import { notFound } from 'next/navigation'
import { BackLink } from '@/components/look/back-link'
import { boxesOf } from '@/components/pupil/boxes'
import { NeedsForm } from '@/components/sen-status/needs-form'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import type { FormValues } from '@/lib/platform/form-state'
import { getRegisterEntry } from '@/lib/sen-status/queries'
import { requireActor } from '@/lib/session/require'
import { submitNeeds } from './actions'

type Props = { params: Promise<{ schoolSlug: string; pupilId: string }> }

export default async function NeedsPage({ params }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, needChoices, today } = await orNotFound(getRegisterEntry(actor, pupilId, 'needs', now()))
  if (pupil.status === null) notFound()
  const own = new Map(needChoices.map(({ code, broadArea }) => [code, broadArea]))
  const initial: FormValues = { ...boxesOf('fromOn', today) }
  for (const [rank, { code, broadArea }] of pupil.needs.entries()) {
    initial[`needs.${rank}.code`] = code
    // an area that goes with the type is not chosen
    initial[`needs.${rank}.broadArea`] = own.get(code) ? '' : (broadArea ?? '')
  }
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      <NeedsForm
        action={submitNeeds.bind(null, { schoolSlug, pupilId: pupil.id, version: pupil.version })}
        name={pupil.name}
        initial={initial}
        choices={needChoices}
      />
    </>
  )
}
