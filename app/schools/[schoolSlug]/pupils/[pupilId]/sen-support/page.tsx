import { notFound } from 'next/navigation'
import { boxesOf } from '@/components/pupil/boxes'
import { BackLink } from '@/components/look/back-link'
import { SenSupportForm } from '@/components/sen-status/status-forms'
import type { FormValues } from '@/lib/platform/form-state'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { type DecidedConcern, getDecidedConcern } from '@/lib/concern/queries'
import { getRegisterEntry } from '@/lib/sen-status/queries'
import { SEN_REASONS } from '@/lib/sen-status/rules'
import { requireActor } from '@/lib/session/require'
import { submitSenSupport } from './actions'

type Props = {
  params: Promise<{ schoolSlug: string; pupilId: string }>
  searchParams: Promise<{ concern?: string }>
}

// What the decision on the concern said already, so that nobody has to type it again.
const fromDecision = ({ reasons, words, decidedOn }: DecidedConcern): FormValues => ({
  reasons: SEN_REASONS.filter((reason) => reasons.includes(reason)),
  note: words,
  ...boxesOf('fromOn', decidedOn),
})

export default async function SenSupportPage({ params, searchParams }: Props) {
  const { schoolSlug, pupilId } = await params
  const actor = await requireActor(schoolSlug)
  const { pupil, needChoices } = await orNotFound(getRegisterEntry(actor, pupilId, 'sen-support', now()))
  if (pupil.status === 'sen-support') notFound()
  const [main] = pupil.needs
  const { decided, tried } = await orNotFound(
    getDecidedConcern(actor, pupil.id, (await searchParams).concern ?? null),
  )
  return (
    <>
      <BackLink href={`/schools/${schoolSlug}/pupils/${pupil.id}`}>Back to {pupil.name}</BackLink>
      {tried === 0 && (
        <p className="govuk-inset-text">
          No strategy is written down for {pupil.givenName} yet. Say below what good teaching has tried, or
          why it could not wait (Code of Practice 6.19, 6.37).
        </p>
      )}
      <SenSupportForm
        action={submitSenSupport.bind(null, { schoolSlug, pupilId: pupil.id, version: pupil.version })}
        name={pupil.name}
        initial={{ mainNeed: main?.code ?? '', ...(decided && fromDecision(decided)) }}
        choices={needChoices}
        ends={pupil.status === 'ehc-plan' ? 'The EHC plan ends here on the day before.' : null}
      />
    </>
  )
}
